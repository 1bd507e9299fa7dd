import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const LONGEST = 250;
const SKIPPED = new Set(['node_modules', 'build', 'content', 'data', 'drizzle', 'reports', 'test-results']);

/** Files that people write and read; data, migrations and what is generated aside. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name) || (entry.isDirectory() && entry.name.startsWith('.'))) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    return /\.(ts|js|cjs|svelte|css|html|md)$/.test(entry.name) ? [path] : [];
  });
}

describe('files', () => {
  it(`have at most ${LONGEST} lines`, () => {
    const long = listFiles('.').filter((path) => readFileSync(path, 'utf8').split('\n').length - 1 > LONGEST);
    expect(long).toEqual([]);
  });
});
