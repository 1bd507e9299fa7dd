import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { deleteParticulars } from './particulars-queries.ts';

type Forgetting = {
  personId: string;
  /** Further records of the person by their kind in the audit log, e.g. `{ certificate: [id] }`. */
  records: Record<string, string[]>;
  /** Who erases; null: the program. */
  actorId: string | null;
  now: Date;
};

/**
 * Erases what the audit log holds of a person beside pseudonymous ids: networks and typed reasons of all that the person
 * did, and of all that was done to the person and to these records, with the salts. The rows themselves stay, and the
 * chain verifies as before. Call it in the transaction of the erasure. Returns of how many events something was erased.
 */
export async function forgetAuditParticulars(
  tx: Executor,
  { personId, records, actorId, now }: Forgetting
): Promise<number> {
  const subjects = { ...records, person: [personId, ...(records['person'] ?? [])] };
  const erased = await deleteParticulars(tx, { actorId: personId, subjects });
  await insertAuditEvent(tx, {
    at: now,
    actorId,
    action: 'identity.forget-audit-particulars',
    subject: { kind: 'person', id: personId },
    detail: { erased },
    // The person's own request would write anew what was just erased.
    network: null
  });
  return erased;
}
