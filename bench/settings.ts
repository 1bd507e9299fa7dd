import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Executor } from '#lib/server/db/index.ts';
import { rowsOf } from './rows.ts';

/** How the cluster runs that everything is measured on: nothing that an operator would have to switch off to lose data. */
export const SETTINGS = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '512MB',
  max_wal_size: '4GB'
};

const rowSchema = v.object({ name: v.string(), value: v.string() });

/** The settings as the server shows them, with its version. */
export async function readSettings(db: Executor): Promise<Record<string, string>> {
  const names = sql.join(
    [...Object.keys(SETTINGS), 'server_version'].map((name) => sql`${name}`),
    sql`, `
  );
  const query = sql`select name, current_setting(name) as value from pg_settings where name in (${names}) order by name`;
  const rows = await rowsOf(db, rowSchema, query);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Throws where the server runs otherwise than it was told to. */
export async function assertSettings(db: Executor): Promise<void> {
  const shown = await readSettings(db);
  for (const [name, value] of Object.entries(SETTINGS))
    if (shown[name] !== value)
      throw new Error(`The server has ${name} = ${String(shown[name])}, not ${value}.`);
}
