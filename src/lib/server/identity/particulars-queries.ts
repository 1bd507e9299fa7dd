import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { auditParticulars } from '../db/schema/audit-chain.ts';
import { auditEvents } from '../db/schema/identity.ts';

/** Deletes the particulars of the events that a person did, and of those about these records; returns how many. */
export async function deleteParticulars(
  tx: Executor,
  { actorId, subjects }: { actorId: string; subjects: Record<string, string[]> }
): Promise<number> {
  const { id, subjectKind, subjectId } = auditEvents;
  const about = Object.entries(subjects).map(([kind, ids]): SQL | undefined =>
    and(eq(subjectKind, kind), inArray(subjectId, ids))
  );
  const events = tx
    .select({ id })
    .from(auditEvents)
    .where(or(eq(auditEvents.actorId, actorId), ...about));
  const rows = await tx
    .delete(auditParticulars)
    .where(inArray(auditParticulars.eventId, events))
    .returning({ deleted: sql`1` });
  return rows.length;
}
