import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { hashPendingToken } from './begin-sign-in.ts';
import { deletePending, selectOptionalPending } from './pending-queries.ts';
import { endSession, renewSession, startSession, type StartedSession } from './session.ts';
import type { SignedInPerson } from './signed-in-person.ts';

/** Who is asked for a second factor: at sign-in, or in a session that goes on. */
export type Asked =
  | { kind: 'sign-in'; personId: string; token: string; previousSessionId: string | null; visit?: Visit }
  | { kind: 'session'; personId: string; sessionIdHash: Uint8Array };

type Browser = {
  /** Of the cookie of a pending sign-in; null: there is none. */
  pendingToken: string | null;
  sessionId: string | null;
  person: Pick<SignedInPerson, 'id' | 'sessionIdHash'> | null;
  visit?: Visit;
};

/** Whom the browser's cookies belong to: a pending sign-in comes first. Null: nobody, or it is over. */
export async function findAsked(db: Executor, browser: Browser, now: Date): Promise<Asked | null> {
  const { pendingToken: token, sessionId: previousSessionId, person, visit = NOWHERE } = browser;
  const tokenHash = token === null ? null : hashPendingToken(token);
  const personId = tokenHash && (await selectOptionalPending(db, { tokenHash, now }));
  if (token !== null && personId !== null)
    return { kind: 'sign-in', personId, token, previousSessionId, visit };
  return person && { kind: 'session', personId: person.id, sessionIdHash: person.sessionIdHash };
}

const isMethod = (text: string) => text === 'password' || text === 'institution';

/**
 * Begins the session of a sign-in whose second factor, `factor`, was just taken, and ends the one that the browser had
 * before; or gives the session that goes on a new id (ASVS 7.2.4). `ended`: there is nothing left that it could complete.
 */
export async function enterWithFactor(
  tx: Executor,
  { asked, factor, now }: { asked: Asked; factor: string; now: Date }
): Promise<Result<StartedSession, 'ended'>> {
  const { personId } = asked;
  const subject = { kind: 'person', id: personId };
  const event = { at: now, actorId: personId, subject, detail: { factor } };
  if (asked.kind === 'session') {
    const { sessionIdHash } = asked;
    const renewed = await renewSession(tx, { sessionIdHash, secondFactor: true, now });
    if (renewed === null) return failure('ended');
    await insertAuditEvent(tx, { ...event, action: 'identity.show-second-factor' });
    return success(renewed);
  }
  const method = await deletePending(tx, { tokenHash: hashPendingToken(asked.token), now });
  if (method === null || !isMethod(method)) return failure('ended');
  const { previousSessionId, visit = NOWHERE } = asked;
  if (previousSessionId !== null) await endSession(tx, { sessionId: previousSessionId, now });
  await insertAuditEvent(tx, { ...event, action: 'identity.sign-in' });
  return success(await startSession(tx, { personId, method, secondFactor: true, visit, now }));
}
