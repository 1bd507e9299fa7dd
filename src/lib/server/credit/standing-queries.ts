import { sql, type SQL } from 'drizzle-orm';
import { credits } from '../db/schema/credit.ts';

/** Of `credits`: the row that counts, since no other supersedes it. */
export const creditStands: SQL = sql`not exists (
  select from credits later where later.supersedes_id = ${credits.id})`;
