import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { openDatabase } from '#lib/server/db/index.ts';
import { markTables, tablesWritten } from './table-marks.ts';

const placed = v.tuple([v.object({ place: v.string() })]);

/** What a refusal may write, by table, and why; the last ones are written in the background. */
const WRITTEN_BY_REFUSING = new Map([
  ['throttles', 'what failed is counted'],
  ['sessions', 'when somebody was here last'],
  ['passkey_challenges', 'a challenge is used up by its first answer, right or wrong'],
  ['audit_events', 'refusals of a proof are on record'],
  ['audit_seals', 'events are sealed every minute'],
  ['audit_sealing', 'how far that has come'],
  ['audit_heads', 'the head of each day'],
  ['item_statistics', 'computed some time after somebody asked for it'],
  ['form_statistics', 'computed some time after somebody asked for it'],
  ['computed_reports', 'computed some time after somebody asked for it']
]);

export type WriteWatch = {
  begin: () => Promise<void>;
  /** The tables that a refusal wrote although it may not; after an answer of another kind nothing is looked at. */
  writtenBy: (answer: { status: number }) => Promise<string[]>;
  close: () => Promise<void>;
};

/**
 * Watches on PostgreSQL what requests write, one after the other. Tables are compared only where the log of the database
 * went on at all, since that is quick to ask.
 */
export async function watchWrites(databaseUrl: string): Promise<WriteWatch> {
  const { db, close } = await openDatabase({ databaseUrl, dataDir: '' });
  let marks: Map<string, string> | null = null;
  let place = '';
  const askPlace = async () =>
    v.parse(placed, await db.execute(sql`select pg_current_wal_insert_lsn()::text as place`))[0].place;
  return {
    begin: async () => {
      marks ??= await markTables(db);
      place = await askPlace();
    },
    writtenBy: async ({ status }) => {
      if ((await askPlace()) === place) return [];
      const before = marks;
      marks = null;
      if (status < 400 || before === null) return [];
      marks = await markTables(db);
      return tablesWritten(before, marks).filter((name) => !WRITTEN_BY_REFUSING.has(name));
    },
    close
  };
}
