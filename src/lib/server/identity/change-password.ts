import { passwordChangedLetter } from '#lib/domain/identity/account-letters.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { deleteOpenLinks } from './account-link-queries.ts';
import { deletePendingSignIns, updatePassword } from './account-queries.ts';
import { insertAuditEvent } from './audit.ts';
import type { PasswordRefusal } from './check-own-password.ts';
import { confirmPerson } from './confirm-person.ts';
import { hashSessionId } from './lucia.ts';
import { hashPassword } from './password.ts';
import { renewSession, type StartedSession } from './session.ts';
import { deleteOtherSessions } from './session-queries.ts';
import type { SignedInPerson } from './signed-in-person.ts';
import { tellOfChange } from './tell-of-change.ts';

/** `password`: the one that the person has. `endsOthers`: sign out everywhere else. */
type PasswordChange = {
  person: SignedInPerson;
  password: string;
  newPassword: string;
  endsOthers: boolean;
  origin: string;
  now: Date;
};

async function record(tx: Executor, { person, endsOthers, origin, now }: PasswordChange): Promise<void> {
  const { id: personId, email: address } = person;
  const event = { at: now, actorId: personId, subject: { kind: 'person', id: personId } };
  await insertAuditEvent(tx, { ...event, action: 'identity.change-password', detail: { endsOthers } });
  await tellOfChange(tx, { personId, address, letter: passwordChangedLetter({ origin }), now });
}

/**
 * Replaces the password of who is signed in, or gives a first one to who has none. The session gets a new id; what others
 * may have asked for with the old password (another address, a reset) is taken back.
 */
export async function changePassword(
  db: Executor,
  change: PasswordChange
): Promise<Result<StartedSession, PasswordRefusal | { kind: 'ended' }>> {
  const { person, newPassword, endsOthers, now } = change;
  const confirmed = await confirmPerson(db, change);
  if (!confirmed.ok) return confirmed;
  const hashed = await hashPassword(newPassword);
  if (!hashed.ok) return failure({ kind: hashed.problem });
  return db.transaction(async (tx) => {
    const { id: personId, sessionIdHash } = person;
    const renewed = await renewSession(tx, { sessionIdHash, now });
    if (renewed === null) return failure({ kind: 'ended' as const });
    const keptIdHash = hashSessionId(renewed.id);
    if (endsOthers) await deleteOtherSessions(tx, { personId, keptIdHash });
    await updatePassword(tx, { personId, passwordHash: hashed.value });
    await deletePendingSignIns(tx, personId);
    await deleteOpenLinks(tx, { personId, purposes: ['change-email', 'reset-password'] });
    await record(tx, change);
    return success(renewed);
  });
}
