import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { checkOwnPassword, type PasswordRefusal } from './check-own-password.ts';
import { renewSession, type StartedSession } from './session.ts';
import type { SignedInPerson } from './signed-in-person.ts';

type Proof = {
  person: Pick<SignedInPerson, 'id' | 'sessionIdHash'>;
  password: string;
  now: Date;
};

/**
 * Renews the proof of who is signed in, with the password; the session gets a new id (ASVS 7.2.4, 7.5.1). `ended`: it
 * ended in the meantime.
 */
export async function proveAgain(
  db: Executor,
  { person, password, now }: Proof
): Promise<Result<StartedSession, PasswordRefusal | { kind: 'ended' }>> {
  const { id: personId, sessionIdHash } = person;
  const checked = await checkOwnPassword(db, { personId, password, now });
  if (!checked.ok) return checked;
  return db.transaction(async (tx) => {
    const renewed = await renewSession(tx, { sessionIdHash, now });
    if (renewed === null) return failure({ kind: 'ended' as const });
    const subject = { kind: 'person', id: personId };
    await insertAuditEvent(tx, { at: now, actorId: personId, action: 'identity.prove-again', subject });
    return success(renewed);
  });
}
