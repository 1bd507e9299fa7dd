import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../index.ts';
import type { BulkTransaction } from './bulk-transaction.ts';

const journalSchema = v.looseObject({
  entries: v.array(v.looseObject({ tag: v.string(), when: v.number() }))
});

const readJournal = (folder: string) =>
  v.parse(journalSchema, JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')));

const existsSchema = v.tuple([v.object({ exists: v.boolean() })]);
const appliedSchema = v.tuple([v.object({ applied: v.nullable(v.pipe(v.unknown(), v.transform(Number))) })]);

/**
 * The name of the newest migration that was applied; null: none was. `unknown`: one that this program does not have. As the
 * owner: a load that broke off before the newest migration leaves tables that no other role was let to yet.
 */
export async function readMigration(
  { select }: Pick<BulkTransaction, 'select'>,
  folder: string
): Promise<string | null> {
  const place = await select(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as "exists"`);
  if (!v.parse(existsSchema, place)[0].exists) return null;
  const newest = await select(sql`select max(created_at) as applied from drizzle.__drizzle_migrations`);
  const [{ applied }] = v.parse(appliedSchema, newest);
  if (applied === null) return null;
  return readJournal(folder).entries.find(({ when }) => when === applied)?.tag ?? 'unknown';
}

/** The place of a migration among those of this program, from 0; -1: it is not one of them. */
export const placeOfMigration = (folder: string, tag: string): number =>
  readJournal(folder).entries.findIndex((entry) => entry.tag === tag);

/** A folder of migrations that ends with `last`. */
function shortened(folder: string, last: string): string {
  const journal = readJournal(folder);
  const entries = journal.entries.slice(0, placeOfMigration(folder, last) + 1);
  const copy = mkdtempSync(join(tmpdir(), 'footnote-migrations-'));
  mkdirSync(join(copy, 'meta'));
  writeFileSync(join(copy, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
  for (const { tag } of entries) cpSync(join(folder, `${tag}.sql`), join(copy, `${tag}.sql`));
  return copy;
}

/** Brings a database to a migration of this program, and no further: rows of that time fit into its tables alone. */
export async function migrateTo(
  database: Pick<Database, 'migratePart'>,
  { folder, last }: { folder: string; last: string }
): Promise<void> {
  const copy = shortened(folder, last);
  try {
    await database.migratePart(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
