import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build is made from. */
const SOURCES = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

/** Written last: a build that was cut short has none. */
const STAMP = 'build/.sources';

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A digest of the names and contents of all sources; tests are none. */
function sourceDigest(): string {
  const digest = createHash('sha256');
  const files = SOURCES.flatMap((path) => (path.includes('.') ? [path] : filesOf(path)));
  for (const file of files.filter((name) => !name.endsWith('.test.ts')).sort()) {
    digest.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return digest.digest('hex');
}

function build(): void {
  console.log('Building Footnote; this takes some seconds and happens after a change only.');
  const words = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status === 0) return;
  console.error(`${stdout}${stderr}\nThe build failed; what went wrong stands above.`);
  process.exit(1);
}

/** Builds where there is no build, or not one of these sources. Ends the process where the build fails. */
export function buildIfNeeded(): void {
  const digest = sourceDigest();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return;
  build();
  writeFileSync(STAMP, digest);
}
