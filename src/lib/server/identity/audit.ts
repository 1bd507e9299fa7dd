import type { Executor } from '../db/index.ts';
import { auditParticulars } from '../db/schema/audit-chain.ts';
import { auditEvents } from '../db/schema/identity.ts';
import { currentNetwork } from './request-network.ts';

/** Facts in ids, amounts and words of the program; never names, keys of items, secrets or what a person typed. */
type Facts = Record<string, unknown>;

export type AuditEvent = {
  at: Date;
  /** Null: nobody was signed in, or the program itself acted. */
  actorId: string | null;
  /** Room and verb, e.g. `attempt.submit-response`. */
  action: string;
  subject: { kind: string; id: string };
  detail?: Facts;
  /** What changed, as it was and as it is; absent: there was nothing, or it is gone. */
  before?: Facts | null;
  after?: Facts | null;
  /** Why, as somebody typed it. It is kept apart from the row, so that it can be erased. */
  reason?: string;
  /** Null: where from is not kept. Single responses come by the thousand; the start of their attempt says it. */
  network?: null;
};

/** Writes the audit row. Call it inside the transaction that does what it records. */
export async function insertAuditEvent(tx: Executor, event: AuditEvent): Promise<void> {
  const rows = tx.insert(auditEvents).values({
    at: event.at,
    actorId: event.actorId,
    action: event.action,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    detail: event.detail ?? {},
    before: event.before ?? null,
    after: event.after ?? null
  });
  const network = event.network === undefined ? currentNetwork() : event.network;
  const reason = event.reason ?? null;
  if (network === null && reason === null) {
    await rows;
    return;
  }
  const [row] = await rows.returning({ id: auditEvents.id });
  if (row) await tx.insert(auditParticulars).values({ eventId: row.id, network, reason });
}
