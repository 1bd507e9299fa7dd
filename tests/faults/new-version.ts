import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SHARED = ['build', 'content', 'node_modules', 'package.json', 'scripts', 'src', 'static'];

/** What a build is made from beside these: without them the new version would take the build for an old one. */
const SOURCES = ['svelte.config.js', 'vite.config.ts', 'package-lock.json'];

/** A change as a new version brings one: a column, an index and a table that the version before does not know. */
const MIGRATION = `alter table "responses" add column "faults_probe" integer;--> statement-breakpoint
create index "faults_probe_index" on "responses" ("faults_probe");--> statement-breakpoint
create table "faults_probe" ("id" integer primary key);`;

type Journal = {
  entries: { idx: number; when: number; tag: string; version: string; breakpoints: boolean }[];
};

/** The same program in a folder of its own, with one more migration than this one has. */
export function makeNewVersion(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-version-'));
  for (const name of [...SHARED, ...SOURCES]) symlinkSync(resolve(name), join(folder, name));
  cpSync('drizzle', join(folder, 'drizzle'), { recursive: true });
  const file = join(folder, 'drizzle/meta/_journal.json');
  const journal: Journal = JSON.parse(readFileSync(file, 'utf8'));
  const last = journal.entries.at(-1);
  if (!last) throw new Error('There are no migrations.');
  const tag = '9999_faults_probe';
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag });
  writeFileSync(file, JSON.stringify(journal));
  writeFileSync(join(folder, `drizzle/${tag}.sql`), MIGRATION);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
