import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { execFileSync } from 'node:child_process';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEEDED_VIOLATIONS, type SeededViolation } from './seeded-violations.ts';

const reportSchema = v.object({
  summary: v.object({
    violations: v.array(v.object({ rule: v.object({ name: v.string() }), from: v.string() }))
  })
});

const configSchema = v.object({ default: v.object({ forbidden: v.array(v.object({ name: v.string() })) }) });

const folder = mkdtempSync(join(tmpdir(), 'footnote-boundaries-'));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function seed({ from, imports, also }: SeededViolation): void {
  write(from, `import ${JSON.stringify(imports)};\n`);
  for (const [path, text] of Object.entries(also ?? {})) write(path, text);
}

function cruise(): v.InferOutput<typeof reportSchema> {
  const words = [
    resolve('node_modules/.bin/depcruise'),
    '--config',
    '.dependency-cruiser.js',
    '-T',
    'json',
    'src'
  ];
  const output = execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return v.parse(reportSchema, JSON.parse(output));
}

beforeAll(() => {
  for (const file of ['.dependency-cruiser.js', 'package.json']) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the boundary check', () => {
  it('bites on a violation of each of its rules', { timeout: 60_000 }, () => {
    for (const violation of SEEDED_VIOLATIONS) seed(violation);
    const found = cruise().summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
    for (const { rule, from } of SEEDED_VIOLATIONS) expect(found).toContain(`${rule}: ${from}`);
  });

  it('has a seeded violation for each rule', async () => {
    const { default: config } = v.parse(configSchema, await import(resolve('.dependency-cruiser.js')));
    const seeded = new Set(SEEDED_VIOLATIONS.map(({ rule }) => rule));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !seeded.has(name))).toEqual([]);
  });
});
