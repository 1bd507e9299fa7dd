import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { postgresFolder } from './postgres-programs.ts';
import type { TestDatabase } from './open-test-database.ts';

/** Every row of every table as text, one after the other: what `pg_dump` gives of a database that has no server. */
async function textOfTables({ db }: TestDatabase): Promise<string> {
  const tables = await db
    .select({ schema: sql<string>`n.nspname::text`, name: sql<string>`c.relname::text` })
    .from(sql`pg_class c join pg_namespace n on n.oid = c.relnamespace`)
    .where(sql`c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`)
    .orderBy(sql`1, 2`);
  const texts: string[] = [];
  for (const { schema, name } of tables) {
    const rows = await db
      .select({ text: sql<string>`t::text` })
      .from(sql`${sql.identifier(schema)}.${sql.identifier(name)} t`);
    texts.push(`COPY ${name}`, ...rows.map(({ text }) => text));
  }
  return texts.join('\n');
}

/** What stands in the tokens of the text: a signed badge holds its claims in base64. */
const claimsIn = (text: string) =>
  [...text.matchAll(/eyJ[\w-]+/g)].map(([token]) => Buffer.from(token, 'base64url').toString('utf8'));

/** All data of a database as text: by `pg_dump` on PostgreSQL, with tokens read out. */
export async function dumpOf(database: TestDatabase): Promise<string> {
  const { url } = database;
  const text =
    url === null
      ? await textOfTables(database)
      : execFileSync(join(postgresFolder(), 'pg_dump'), ['--data-only', url], {
          encoding: 'utf8',
          maxBuffer: 2 ** 30,
          // It warns of rows that refer to each other, which matters to whoever restores.
          stdio: ['ignore', 'pipe', 'ignore']
        });
  return [text, ...claimsIn(text)].join('\n');
}
