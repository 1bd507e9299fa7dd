import { success } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { checkSignInPassword } from './check-sign-in-password.ts';
import type { GuessRefusal } from './guard-guess.ts';
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
 * Begins a session for whoever knows the password; see check-sign-in-password.ts. The session that the browser had before
 * ends (ASVS 7.2.4).
 */
export async function signIn(
  db: Executor,
  { email, password, previousSessionId, visit = NOWHERE, now }: SignInInput
): Promise<Result<StartedSession, GuessRefusal>> {
  const checked = await checkSignInPassword(db, { email, password, visit, now });
  if (!checked.ok) return checked;
  const personId = checked.value;
  return db.transaction(async (tx) => {
    if (previousSessionId !== null) await endSession(tx, { sessionId: previousSessionId, now });
    const subject = { kind: 'person', id: personId };
    await insertAuditEvent(tx, { at: now, actorId: personId, action: 'identity.sign-in', subject });
    return success(await startSession(tx, { personId, now, visit }));
  });
}
