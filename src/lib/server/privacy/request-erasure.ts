import type { ErasureGround } from '#lib/domain/privacy/erasure.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lockAdmins, selectOptionalPerson } from '../identity/person-queries.ts';
import { deleteSessionsOf } from '../identity/session-queries.ts';
import { insertErasure, updateDisabled } from './erasure-queries.ts';

export type ErasureRequest = {
  personId: string;
  /** The person, or an admin; null: the command line, after a restore. */
  actorId: string | null;
  /** Of an admin; null: the person asks. */
  ground: ErasureGround | null;
  now: Date;
};

/**
 * Asks for the erasure of a person: from this moment nobody signs in to the account, and a job does the rest. Asked for
 * twice, it is one. `last-admin`: somebody must be able to give roles.
 */
export function requestErasure(
  db: Executor,
  { personId, actorId, ground, now }: ErasureRequest
): Promise<Result<null, 'unknown-person' | 'last-admin'>> {
  return db.transaction(async (tx) => {
    const admins = await lockAdmins(tx);
    if ((await selectOptionalPerson(tx, personId)) === null) return failure('unknown-person');
    if (admins.length === 1 && admins[0] === personId) return failure('last-admin');
    const row = { personId, requestedAt: now, requestedBy: actorId, reason: ground ?? '' };
    if (!(await insertErasure(tx, row))) return success(null);
    await updateDisabled(tx, personId, now);
    await deleteSessionsOf(tx, personId);
    const event = { at: now, actorId, subject: { kind: 'person', id: personId } };
    await insertAuditEvent(tx, { ...event, action: 'privacy.request-erasure', detail: { ground } });
    return success(null);
  });
}
