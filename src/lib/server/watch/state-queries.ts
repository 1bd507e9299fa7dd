import { and, asc, desc, eq, gt, isNull, notExists, sql } from 'drizzle-orm';
import { MOST_TRIES } from '#lib/domain/identity/message-state.ts';
import type { Executor } from '../db/index.ts';
import { auditSealing, auditSeals } from '../db/schema/audit-chain.ts';
import { auditEvents } from '../db/schema/identity.ts';
import { outboxMessages } from '../db/schema/identity-mail.ts';

/** What is in the queue, by job. It keeps what is done for an hour, so there is little to count. */
export function listQueued(db: Executor): Promise<{ job: string; at: string; count: number }[]> {
  return db
    .select({
      job: sql<string>`coalesce(j.data ->> 'job', j.name)`,
      at: sql<string>`case when j.state in ('created', 'retry') then 'waiting' else j.state::text end`,
      count: sql<number>`count(*)::int`
    })
    .from(sql`pgboss.job j`)
    .where(sql`j.state in ('created', 'retry', 'active', 'failed')`)
    .groupBy(sql`1, 2`)
    .orderBy(sql`1, 2`);
}

/** Letters that were neither sent nor taken back: an index holds them alone. */
export async function selectOutbox(
  db: Executor,
  now: Date
): Promise<{ waiting: number; failed: number; overdueSeconds: number }> {
  const { tries, notBefore, createdAt, sentAt, cancelledAt } = outboxMessages;
  const at = sql`${now.toISOString()}::timestamptz`;
  // One that was refused is put off, and has been due all the same.
  const isDue = sql`${tries} < ${MOST_TRIES} and (${tries} > 0 or ${notBefore} <= ${at})`;
  const since = sql`extract(epoch from ${at} - min(${createdAt}) filter (where ${isDue}))`;
  const [row] = await db
    .select({
      waiting: sql<number>`count(*) filter (where ${tries} < ${MOST_TRIES})::int`,
      failed: sql<number>`count(*) filter (where ${tries} >= ${MOST_TRIES})::int`,
      overdueSeconds: sql`greatest(coalesce(${since}, 0), 0)`.mapWith(Number)
    })
    .from(outboxMessages)
    .where(and(isNull(sentAt), isNull(cancelledAt)));
  return row ?? { waiting: 0, failed: 0, overdueSeconds: 0 };
}

/** How many events are sealed. */
export async function selectSealedPosition(db: Executor): Promise<number> {
  const { position } = auditSeals;
  const [row] = await db.select({ position }).from(auditSeals).orderBy(desc(position)).limit(1);
  return row?.position ?? 0;
}

/** When the oldest event happened that is not sealed, or null. Up to the settled one all are, so few are looked at. */
export async function selectOptionalUnsealed(db: Executor): Promise<Date | null> {
  const seal = db
    .select({ found: sql`1` })
    .from(auditSeals)
    .where(eq(auditSeals.eventId, auditEvents.id));
  const settled = db.select({ id: auditSealing.settledId }).from(auditSealing);
  const [row] = await db
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(and(gt(auditEvents.id, sql`(${settled})`), notExists(seal)))
    .orderBy(asc(auditEvents.id))
    .limit(1);
  return row?.at ?? null;
}
