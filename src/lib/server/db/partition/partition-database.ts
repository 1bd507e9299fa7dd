import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { BulkTransaction } from '../bulk/bulk-transaction.ts';
import { literal } from '../bulk/copy-text.ts';
import type { Database } from '../index.ts';
import { cutAudit, partitionAudit } from './audit-partitions.ts';
import { addMonths, partitionResponses } from './response-partitions.ts';

/** Who waits for a table that is in use has everybody wait behind them: better to give up, and try again. */
const GIVE_UP = sql`set local lock_timeout = '5s'`;

type TableState = { whole: string; isPartitioned: boolean; isOwn: boolean };

const stateSchema = v.array(v.object({ whole: v.string(), isPartitioned: v.boolean(), isOwn: v.boolean() }));

async function readStates(bulk: BulkTransaction): Promise<Map<string, TableState>> {
  const rows = await bulk.select(sql`select relname::text as whole, relkind = 'p' as "isPartitioned",
    pg_has_role(relowner, 'usage') as "isOwn"
    from pg_class where relnamespace = 'public'::regnamespace and relname in ('responses', 'audit_events')`);
  return new Map(v.parse(stateSchema, rows).map((state) => [state.whole, state]));
}

/** What was done; `isNew`: the tables were not partitioned before. */
export type Partitioned = { isNew: boolean; responses: number; audit: number };

async function keep(bulk: BulkTransaction, now: Date): Promise<Omit<Partitioned, 'isNew'>> {
  return { responses: await addMonths(bulk, now), audit: await cutAudit(bulk, now) };
}

/** Writes into the log that somebody had it done: statements in bulk take no parameters, as the room's own insert does. */
async function audit(bulk: BulkTransaction, done: Partitioned, now: Date): Promise<void> {
  await bulk.execute(sql`insert into public.audit_events (at, action, subject_kind, subject_id, detail)
    values (${literal(now.toISOString())}, 'database.partition', 'database', 'partitions',
      ${literal(JSON.stringify(done))}::jsonb)`);
}

/**
 * Partitions responses and the audit log by month, as the owner of the tables; twice does no harm. The program may go on:
 * requests that touch the tables wait for it, and five seconds that it cannot have them end it without a trace.
 */
export function partitionDatabase(database: Pick<Database, 'inBulk'>, now: Date): Promise<Partitioned> {
  return database.inBulk('write', async (bulk) => {
    await bulk.execute(GIVE_UP);
    const states = await readStates(bulk);
    const isNew = states.get('responses')?.isPartitioned !== true;
    if (isNew) await partitionResponses(bulk, now);
    if (states.get('audit_events')?.isPartitioned !== true) await partitionAudit(bulk);
    const done = { isNew, ...(await keep(bulk, now)) };
    await audit(bulk, done, now);
    return done;
  });
}

/**
 * Makes the next months' partitions where the tables are partitioned and the connection is the owner's; otherwise there
 * is nothing to do, or nobody here who may. Rows that come before their month are kept in the last partition.
 */
export function keepPartitions(database: Pick<Database, 'inBulk'>, now: Date): Promise<Partitioned | null> {
  return database.inBulk('write', async (bulk) => {
    await bulk.execute(GIVE_UP);
    const states = [...(await readStates(bulk)).values()];
    if (!states.every(({ isPartitioned, isOwn }) => isPartitioned && isOwn)) return null;
    return { isNew: false, ...(await keep(bulk, now)) };
  });
}
