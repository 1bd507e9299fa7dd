import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { deleteExternalCredit, type OwnExternalCredit } from './external-queries.ts';

/** Takes an entry and its document out of a person's transcript; false: there is no such entry. */
export function removeExternalCredit(
  db: Executor,
  { now, ...which }: OwnExternalCredit & { now: Date }
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await deleteExternalCredit(tx, which))) return false;
    await insertAuditEvent(tx, {
      at: now,
      actorId: which.personId,
      action: 'certificate.remove-external-credit',
      subject: { kind: 'external-credit', id: which.externalCreditId }
    });
    return true;
  });
}
