import { sql } from 'drizzle-orm';
import type { BulkTransaction } from '../bulk/bulk-transaction.ts';
import { literal } from '../bulk/copy-text.ts';
import { END_OF_MONTHS, monthOfIds, type MonthOfIds } from './months.ts';
import { wrapTable } from './wrap-table.ts';

/** Random ids, and those of version 7 from before the table was partitioned. */
const EARLIER = sql.identifier('responses_earlier');

/** What comes after the months that there are: nothing but a few random ids, while months are made in time. */
const LATER = sql.identifier('responses_later');

/** So many months beyond the present one there are always, so that a job that fails for weeks does no harm. */
const MONTHS_AHEAD = 3;

const partitionOf = ({ name }: MonthOfIds) => sql.identifier(`responses_${name}`);

const bounds = (from: string, to: string) => sql`for values from (${literal(from)}) to (${literal(to)})`;

type Taking = { from: string; to: string };

/** Makes a table of the rows of a range, which leave the one they are in. Not a partition yet. */
async function takeOut(
  bulk: BulkTransaction,
  { table, of, from, to }: Taking & Record<'table' | 'of', ReturnType<typeof sql.identifier>>
): Promise<void> {
  await bulk.execute(sql`create table public.${table}
    (like public.responses including defaults including constraints including generated including storage)`);
  await bulk.execute(sql`alter table public.${of} disable trigger user;
    with moved as (delete from public.${of}
      where attempt_id >= ${literal(from)} and attempt_id < ${literal(to)} returning *)
    insert into public.${table} select * from moved;
    alter table public.${of} enable trigger user`);
}

/** Takes the next month out of what comes later. */
async function addMonth(bulk: BulkTransaction, month: MonthOfIds): Promise<void> {
  const table = partitionOf(month);
  const { from, to } = month;
  await bulk.execute(sql`alter table public.responses detach partition public.${LATER}`);
  await takeOut(bulk, { table, of: LATER, from, to });
  await bulk.execute(sql`alter table public.responses attach partition public.${table} ${bounds(from, to)};
    alter table public.responses attach partition public.${LATER} ${bounds(to, END_OF_MONTHS)}`);
}

async function hasPartition(bulk: BulkTransaction, month: MonthOfIds): Promise<boolean> {
  const rows = await bulk.select(
    sql`select 1 from pg_class where oid = to_regclass(${literal(`public.responses_${month.name}`)})`
  );
  return rows.length > 0;
}

/**
 * Partitions responses by the month in which their attempt began, as its id says. What there is stays where it is; the
 * first month is the next one.
 */
export async function partitionResponses(bulk: BulkTransaction, now: Date): Promise<void> {
  await wrapTable(bulk, {
    whole: 'responses',
    key: 'attempt_id',
    rest: 'responses_earlier',
    bound: 'default'
  });
  const { from } = monthOfIds(now, 1);
  // About one in 120 random ids happens to read as one of these months.
  await takeOut(bulk, { table: LATER, of: EARLIER, from, to: END_OF_MONTHS });
  await bulk.execute(sql`alter table public.${EARLIER} add constraint responses_earlier_no_month
      check (attempt_id < ${literal(from)} or attempt_id >= ${literal(END_OF_MONTHS)});
    alter table public.responses attach partition public.${LATER} ${bounds(from, END_OF_MONTHS)}`);
}

/** Makes the partitions of the next months, as far as they are missing. Returns how many it made. */
export async function addMonths(bulk: BulkTransaction, now: Date): Promise<number> {
  let made = 0;
  for (let after = 1; after <= MONTHS_AHEAD; after += 1) {
    const month = monthOfIds(now, after);
    if (await hasPartition(bulk, month)) continue;
    await addMonth(bulk, month);
    made += 1;
  }
  return made;
}
