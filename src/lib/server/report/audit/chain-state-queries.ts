import { desc, eq } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import { auditSeals } from '../../db/schema/audit-chain.ts';
import { auditEvents } from '../../db/schema/identity.ts';

/** The last event that is sealed, or null. */
export async function selectOptionalLastSealed(db: Executor): Promise<{ position: number; at: Date } | null> {
  const rows = await db
    .select({ position: auditSeals.position, at: auditEvents.at })
    .from(auditSeals)
    .innerJoin(auditEvents, eq(auditEvents.id, auditSeals.eventId))
    .orderBy(desc(auditSeals.position))
    .limit(1);
  return rows[0] ?? null;
}

/** The newest verification that is on record, or null. */
export async function selectOptionalVerification(
  db: Executor
): Promise<{ at: Date; position: string; detail: Record<string, unknown> } | null> {
  const { at, subjectId, detail, action, id } = auditEvents;
  const rows = await db
    .select({ at, position: subjectId, detail })
    .from(auditEvents)
    .where(eq(action, 'identity.verify-audit'))
    .orderBy(desc(at), desc(id))
    .limit(1);
  return rows[0] ?? null;
}
