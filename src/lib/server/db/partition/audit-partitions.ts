import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { BulkTransaction } from '../bulk/bulk-transaction.ts';
import { literal } from '../bulk/copy-text.ts';
import { monthName, monthStart } from './months.ts';
import { wrapTable } from './wrap-table.ts';

/** Where new events go. Its bounds begin where the last month ended, and have no end. */
const OPEN = sql.identifier('audit_events_open');

const openSchema = v.tuple([v.object({ first: v.nullable(v.string()), from: v.string(), next: v.string() })]);

/** When the oldest event of the open partition happened, where its ids begin, and above which id there is none yet. */
async function readOpen(bulk: BulkTransaction) {
  const rows = await bulk.select(sql`select
    (select to_char(at at time zone 'UTC', 'YYYY-MM-DD') from public.${OPEN} order by id limit 1) as first,
    substring(pg_get_expr(c.relpartbound, c.oid) from 'FROM \\(''?([^'')]+)') as from,
    (select greatest((select coalesce(max(id), 0) from public.${OPEN}), s.last_value) + 1
      from public.audit_events_id_seq s)::text as next
    from pg_class c where c.oid = 'public.audit_events_open'::regclass`);
  const [open] = v.parse(openSchema, rows);
  return open;
}

/** A number, or MINVALUE; nothing else comes out of the catalogue here. */
const bound = (text: string) => (/^\d+$/.test(text) ? sql`(${literal(text)})` : sql`(minvalue)`);

/** What is in the open partition becomes one of its own, and a new one is open. */
async function closePartition(
  bulk: BulkTransaction,
  { name, from, next }: { name: string; from: string; next: string }
): Promise<void> {
  const table = sql.identifier(name);
  await bulk.execute(sql`alter table public.audit_events detach partition public.${OPEN};
    alter table public.${OPEN} rename to ${table};
    alter table public.audit_events attach partition public.${table} for values from ${bound(from)} to ${bound(next)};
    create table public.${OPEN} partition of public.audit_events for values from ${bound(next)} to (maxvalue);
    create trigger audit_events_no_truncate before truncate on public.${OPEN}
      for each statement execute function refuse_change()`);
}

/** Partitions the audit log by ranges of its numbers, cut at the ends of months. What there is stays where it is. */
export async function partitionAudit(bulk: BulkTransaction): Promise<void> {
  await wrapTable(bulk, {
    whole: 'audit_events',
    key: 'id',
    rest: 'audit_events_open',
    bound: 'for values from (minvalue) to (maxvalue)'
  });
  const { from, next } = await readOpen(bulk);
  await closePartition(bulk, { name: 'audit_events_earlier', from, next });
}

/** Cuts the log where a month has ended. Returns how many partitions it closed. */
export async function cutAudit(bulk: BulkTransaction, now: Date): Promise<number> {
  await bulk.execute(sql`lock table public.audit_events in access exclusive mode`);
  const { first, from, next } = await readOpen(bulk);
  if (first === null || new Date(first) >= monthStart(now)) return 0;
  await closePartition(bulk, { name: `audit_events_${monthName(new Date(first))}`, from, next });
  return 1;
}
