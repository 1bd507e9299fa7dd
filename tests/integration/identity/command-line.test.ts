import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDatabase, dropDatabase, uniqueDatabaseName } from '../../support/postgres-databases.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-cli-'));

function runCli(
  words: string[],
  { input = '', variables = {} }: { input?: string; variables?: Record<string, string> } = {}
) {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, DATA_DIR: folder, ...variables };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/cli.ts', ...words], {
    input,
    env,
    encoding: 'utf8'
  });
  return { status, stdout, stderr };
}

const NEW = ['--given-name', 'Ada', '--family-name', 'Ωmega', '--profession', 'physician', '--country', 'US'];

const createUser = (email: string, variables: Record<string, string>, ...more: string[]) =>
  runCli(['user', 'create', '--email', email, ...NEW, '--password-stdin', '--json', ...more], {
    input: 'violet tugboat lantern\n',
    variables
  });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
  const { serverUrl, postgres } = inject('templates');
  const name = uniqueDatabaseName('cli');
  const onServer = { DATABASE_URL: '' };

  beforeAll(async () => {
    onServer.DATABASE_URL = await createDatabase(serverUrl, name, postgres.empty);
  });
  afterAll(() => dropDatabase(serverUrl, name));

  it('makes an account with the roles asked for, and says so in JSON', () => {
    const { status, stdout, stderr } = createUser(
      'ada@example.org',
      onServer,
      '--role',
      'admin',
      '--role',
      'educator'
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ email: 'ada@example.org', roles: ['admin', 'educator'] });
  });

  it('takes an address as confirmed on the operator’s word', () => {
    const words = ['user', 'verify-email', '--email', 'ADA@example.org', '--json'];
    expect(runCli(words, { variables: onServer })).toMatchObject({ status: 0, stderr: '' });
  });

  it('ends with 1 where the data have problems', () => {
    const taken = createUser('ADA@example.org', onServer);
    expect(taken.status).toBe(1);
    expect(JSON.parse(taken.stdout)).toMatchObject({ problems: [{ field: 'email' }] });
    const weak = runCli(['user', 'create', '--email', 'b@example.org', ...NEW, '--password', 'short'], {
      variables: onServer
    });
    expect(weak).toMatchObject({ status: 1, stdout: '' });
    expect(weak.stderr).toContain('at least 15 characters');
  });

  it.each([
    [[]],
    [['user', 'destroy']],
    [['user', 'create', '--nope']],
    [
      [
        'user',
        'create',
        '--email',
        'c@example.org',
        ...NEW,
        '--password',
        'violet tugboat lantern',
        '--role',
        'god'
      ]
    ],
    [['completions', 'export', '--from', 'yesterday']]
  ])('ends with 2 for the wrong usage %j', (words) => {
    expect(runCli(words, { variables: onServer }).status).toBe(2);
  });

  it('names every wrong value of the environment, without a stack', () => {
    const variables = { PORT: 'abc', DATABASE_URL: 'mysql://x', TRUST_PROXY: 'maybe' };
    const { status, stderr } = runCli(['completions', 'export'], { variables });
    expect(status).toBe(2);
    expect(stderr).toMatch(/PORT must be[\s\S]*TRUST_PROXY must be|DATABASE_URL must be/);
    for (const name of ['PORT', 'DATABASE_URL', 'TRUST_PROXY']) expect(stderr).toContain(`  ${name} must be`);
    expect(stderr).not.toContain('    at ');
  });

  it('says what to do where PostgreSQL does not answer', () => {
    const variables = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/footnote' };
    const { status, stderr } = runCli(['completions', 'export'], { variables });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'PostgreSQL does not answer there (connect ECONNREFUSED 127.0.0.1:1). Check DATABASE_URL (or ' +
        'MIGRATION_DATABASE_URL, where it is set), and that the server runs.\n'
    });
  });
});

const HOLD = `
  const { openDatabase } = await import('#lib/server/db/index.ts');
  await openDatabase({ databaseUrl: null, dataDir: process.env.DATA_DIR });
  console.log('open');
  setInterval(() => {}, 1000);
`;

describe('two processes and one embedded database', () => {
  let holder: ChildProcess | null = null;

  beforeAll(async () => {
    expect(createUser('ada@example.org', {}).status).toBe(0);
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: folder };
    const words = ['--input-type=module', '--eval', HOLD];
    const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    holder = child;
    await new Promise((resolve) => child.stdout.once('data', resolve));
  });

  const kill = async () => {
    if (holder === null || holder.exitCode !== null || holder.signalCode !== null) return;
    const ended = new Promise((resolve) => holder?.once('exit', resolve));
    holder.kill('SIGKILL');
    await ended;
  };

  afterAll(kill);

  it('refuses the second, naming the first and the way out, and changes nothing', async () => {
    const refused = createUser('second@example.org', {});
    expect(refused.status).toBe(2);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      error: expect.stringContaining(`process ${holder?.pid}`)
    });
    expect(refused.stdout).toContain('DATABASE_URL');
  });

  it('lets the second in once the first was killed, with all its rows', async () => {
    await kill();
    expect(createUser('second@example.org', {}).status).toBe(0);
    expect(createUser('ada@example.org', {}).status).toBe(1);
  });
});
