import { sql } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';
import { insertManyCompletions } from './many-completions.ts';

/** Names that spreadsheets run, split, drop, round or take for something else. */
export const HOSTILE_NAMES = [
  '=HYPERLINK("http://example.org","x")',
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1-1',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\n=1+1',
  "'=1+1",
  "''=1+1",
  "'quoted",
  '"=1+1"',
  ';=1+1',
  ',=1+1',
  'a,b;c\td',
  'line\nbreak',
  ' leading and trailing ',
  '0012',
  '1-2',
  '3/4',
  '1E5',
  '123456789012345678901',
  'TRUE',
  '#REF!',
  '{=1+1}',
  '&lt;b&gt; & <b>',
  '_x0041_',
  'O’Brien Παπαδόπουλος 王小明 🫀'
];

/** Puts a completion of each hostile name on record: `family_name` is `Family` and its number, from 1. */
export async function insertHostileCompletions(db: Executor): Promise<void> {
  await insertManyCompletions(db, HOSTILE_NAMES.length);
  const names = HOSTILE_NAMES.map((name, place) => sql`(${place + 1}::integer, ${name}::text)`);
  await db.execute(sql`update profiles set given_name = name from (values ${sql.join(names, sql`, `)}) given (place, name)
    where person_id = md5('person'::text || place)::uuid`);
}
