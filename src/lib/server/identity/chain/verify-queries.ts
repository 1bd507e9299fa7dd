import { and, asc, eq, gt, lte, notExists, sql } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import { auditParticulars, auditSeals } from '../../db/schema/audit-chain.ts';
import { auditEvents } from '../../db/schema/identity.ts';
import { EVENT_COLUMNS, PARTICULARS_COLUMNS } from './event-columns-queries.ts';

/** Seals behind a position, in their order, each with its event and particulars; null: they are not there. */
export function listSealed(db: Executor, { after, limit }: { after: number; limit: number }) {
  const { position, eventId, commitment, hash } = auditSeals;
  return db
    .select({
      position,
      sealedId: eventId,
      commitment: sql<string | null>`encode(${commitment}, 'hex')`,
      hash: sql<string>`encode(${hash}, 'hex')`,
      event: EVENT_COLUMNS,
      particulars: PARTICULARS_COLUMNS
    })
    .from(auditSeals)
    .leftJoin(auditEvents, eq(auditEvents.id, eventId))
    .leftJoin(auditParticulars, eq(auditParticulars.eventId, eventId))
    .where(gt(position, after))
    .orderBy(asc(position))
    .limit(limit);
}

/** The first event up to this id that has no seal, or null. */
export async function selectOptionalUnsealed(db: Executor, upTo: number): Promise<number | null> {
  const seal = db
    .select({ found: sql`1` })
    .from(auditSeals)
    .where(eq(auditSeals.eventId, auditEvents.id));
  const rows = await db
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(and(lte(auditEvents.id, upTo), notExists(seal)))
    .orderBy(asc(auditEvents.id))
    .limit(1);
  return rows[0]?.id ?? null;
}
