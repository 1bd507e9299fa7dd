import { and, asc, desc, eq, gt, notExists, sql } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import { auditParticulars, auditSealing, auditSeals } from '../../db/schema/audit-chain.ts';
import { auditEvents } from '../../db/schema/identity.ts';
import { EVENT_COLUMNS, PARTICULARS_COLUMNS } from './event-columns-queries.ts';

/** Any number, as long as every process uses the same. */
const CHAIN_LOCK = 7_203_117;

/** Lets one transaction at a time add to the chain; the lock ends with it. Nobody who writes events waits for it. */
export async function lockChain(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`);
}

const { settledId, awaitedId, awaitedXid } = auditSealing;

/**
 * How far sealing has come, and the transactions of this instant: `oldestXid` the oldest under way, `nextXid` the first
 * that is not yet given out, `newestId` the highest event to be seen.
 */
export async function selectSealing(db: Executor) {
  const [row] = await db
    .select({
      settledId,
      awaitedId,
      awaitedXid,
      oldestXid: sql`pg_snapshot_xmin(pg_current_snapshot())::text`.mapWith(Number),
      nextXid: sql`pg_snapshot_xmax(pg_current_snapshot())::text`.mapWith(Number),
      newestId: sql`(select coalesce(max(${auditEvents.id}), 0) from ${auditEvents})`.mapWith(Number)
    })
    .from(auditSealing);
  if (!row) throw new Error('The row of audit_sealing is missing.');
  return row;
}

/** Notes what is settled, unless another process noted something meanwhile. */
export async function updateSettled(
  db: Executor,
  settled: { settledId: number; awaitedId: number; awaitedXid: number }
): Promise<void> {
  await db.update(auditSealing).set(settled).where(eq(awaitedId, settled.settledId));
}

/** Events above `after` without a seal, by id. */
export function listUnsealed(tx: Executor, { after, limit }: { after: number; limit: number }) {
  const seal = tx
    .select({ found: sql`1` })
    .from(auditSeals)
    // The second is no news, but tells the planner that it need not look through all of them.
    .where(and(eq(auditSeals.eventId, auditEvents.id), gt(auditSeals.eventId, after)));
  return tx
    .select({ ...EVENT_COLUMNS, ...PARTICULARS_COLUMNS })
    .from(auditEvents)
    .leftJoin(auditParticulars, eq(auditParticulars.eventId, auditEvents.id))
    .where(and(gt(auditEvents.id, after), notExists(seal)))
    .orderBy(asc(auditEvents.id))
    .limit(limit);
}

/** The last seal, or null where there is none. */
export async function selectOptionalLastSeal(
  db: Executor
): Promise<{ position: number; hash: string } | null> {
  const rows = await db
    .select({ position: auditSeals.position, hash: sql<string>`encode(${auditSeals.hash}, 'hex')` })
    .from(auditSeals)
    .orderBy(desc(auditSeals.position))
    .limit(1);
  return rows[0] ?? null;
}

/** A seal as it is written; hash and commitment in hexadecimal. */
export type NewSeal = { position: number; eventId: number; commitment: string | null; hash: string };

/** Adds seals; one parameter for all, which takes a fifth of the time of one for each value. */
export async function insertSeals(tx: Executor, seals: NewSeal[]): Promise<void> {
  await tx.execute(sql`insert into audit_seals (position, event_id, commitment, hash)
    select position, "eventId", decode(commitment, 'hex'), decode(hash, 'hex')
    from json_to_recordset(${JSON.stringify(seals)}::text::json)
      as seal (position bigint, "eventId" bigint, commitment text, hash text)`);
}
