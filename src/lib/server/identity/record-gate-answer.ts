import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';

/** Keeps what a signed-in person attested at the gate: the wording's version and the time (cme-rules.md §5). */
export async function recordGateAnswer(
  db: Executor,
  input: { personId: string; isProfessional: boolean; version: string; now: Date }
): Promise<void> {
  const { personId, isProfessional, version, now } = input;
  await db.transaction(async (tx) => {
    await insertAuditEvent(tx, {
      at: now,
      actorId: personId,
      action: 'identity.answer-gate',
      subject: { kind: 'person', id: personId },
      detail: { isProfessional, version }
    });
  });
}
