import type { Executor } from '../db/index.ts';
import { hashSessionId, luciaOn } from './lucia.ts';
import type { SignedInPerson } from './signed-in-person.ts';

/** A session that has just begun; the id goes into the cookie and nowhere else. */
export type StartedSession = { id: string; expiresAt: Date };

/** Whose session it is; `renewedUntil`: the cookie wants this new end. */
export type FoundSession = { person: SignedInPerson; renewedUntil: Date | null };

/** Begins a session. Call it inside the transaction of the sign-in. */
export async function startSession(
  tx: Executor,
  input: { personId: string; now: Date }
): Promise<StartedSession> {
  const { id, expiresAt } = await luciaOn(tx, input.now).createSession(input.personId, {});
  return { id, expiresAt };
}

/** Who the cookie belongs to, or null: unknown, ended, or the account is disabled. */
export async function findSession(
  db: Executor,
  input: { sessionId: string; now: Date }
): Promise<FoundSession | null> {
  const { session, user } = await luciaOn(db, input.now).validateSession(input.sessionId);
  if (session === null) return null;
  const { id, email, givenName, roles } = user;
  const person = { id, sessionIdHash: hashSessionId(session.id), email, givenName, roles };
  return { person, renewedUntil: session.fresh ? session.expiresAt : null };
}

/** Ends a session; unknown ones too, without complaint. */
export async function endSession(tx: Executor, input: { sessionId: string; now: Date }): Promise<void> {
  await luciaOn(tx, input.now).invalidateSession(input.sessionId);
}
