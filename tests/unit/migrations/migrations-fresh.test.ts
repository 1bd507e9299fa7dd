import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'footnote-migrations-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function drizzleKit(...words: string[]): string {
  const program = resolve('node_modules/drizzle-kit/bin.cjs');
  return execFileSync(process.execPath, [program, ...words], { encoding: 'utf8' });
}

describe('migrations', { timeout: 60_000 }, () => {
  it('are fresh: generating them again from the schema finds nothing to add', () => {
    cpSync('drizzle', folder, { recursive: true });
    const before = readdirSync(folder).sort();
    // The generator takes a relative path only.
    const out = relative('.', folder);
    const said = drizzleKit(
      'generate',
      '--dialect=postgresql',
      '--schema=./src/lib/server/db/schema/*.ts',
      `--out=${out}`
    );
    expect(said).toContain('No schema changes');
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  it('follow each other without a gap or a fork', () => {
    expect(drizzleKit('check', '--dialect=postgresql', '--out=./drizzle')).toContain("Everything's fine");
  });
});
