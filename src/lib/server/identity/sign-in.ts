import { failure, success } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { verifyPassword } from './password.ts';
import { selectOptionalSecret } from './person-queries.ts';
import { endSession, startSession } from './session.ts';
import type { StartedSession } from './session.ts';

type SignInInput = {
  email: string;
  password: string;
  previousSessionId: string | null;
  visit?: Visit;
  now: Date;
};

/**
 * Begins a session for whoever knows the password. An unknown address, a disabled account and a wrong password are one
 * and the same answer, and take the same time. The session that the browser had before ends (ASVS 7.2.4).
 */
export async function signIn(
  db: Executor,
  input: SignInInput
): Promise<Result<StartedSession, 'wrong' | 'busy'>> {
  const secret = await selectOptionalSecret(db, input.email);
  const verified = await verifyPassword(secret?.passwordHash ?? null, input.password);
  if (!verified.ok) return verified;
  if (!verified.value || secret === null) return failure('wrong');
  const { personId } = secret;
  const { now, previousSessionId, visit = NOWHERE } = input;
  return db.transaction(async (tx) => {
    if (previousSessionId !== null) await endSession(tx, { sessionId: previousSessionId, now });
    const subject = { kind: 'person', id: personId };
    await insertAuditEvent(tx, { at: now, actorId: personId, action: 'identity.sign-in', subject });
    return success(await startSession(tx, { personId, now, visit }));
  });
}
