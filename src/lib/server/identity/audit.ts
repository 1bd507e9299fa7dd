import { auditEvents } from '../db/schema/identity.ts';
import type { Executor } from '../db/index.ts';

export type AuditEvent = {
  at: Date;
  /** Null: nobody was signed in, or the program itself acted. */
  actorId: string | null;
  /** Room and verb, e.g. `attempt.submit-response`. */
  action: string;
  subject: { kind: string; id: string };
  /** What changed, in ids and amounts; never names, keys of items or secrets. */
  detail?: Record<string, unknown>;
};

/** Writes the audit row. Call it inside the transaction that does what it records. */
export async function insertAuditEvent(tx: Executor, event: AuditEvent): Promise<void> {
  await tx.insert(auditEvents).values({
    at: event.at,
    actorId: event.actorId,
    action: event.action,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    detail: event.detail ?? {}
  });
}
