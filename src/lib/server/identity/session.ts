import { generateIdFromEntropySize } from 'lucia';
import { isRole } from '#lib/domain/identity/role.ts';
import { rolesInForce } from '#lib/domain/identity/second-factor.ts';
import { beginSession, noteVisit } from '#lib/domain/identity/session-life.ts';
import type { SessionMethod } from '#lib/domain/identity/session-words.ts';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { log } from '../log.ts';
import { listRoles } from './directory-queries.ts';
import { rememberPlace } from './known-place.ts';
import { hashSessionId, luciaOn } from './lucia.ts';
import { updateSessionProven, updateSessionSeen } from './session-queries.ts';
import type { SignedInPerson } from './signed-in-person.ts';

/** As many as Lucia draws for a session of its own. */
const ID_BYTES = 25;

/** A session that has just begun; the id goes into the cookie and nowhere else. */
export type StartedSession = { id: string; expiresAt: Date };

/** Whose session it is; `renewedUntil`: the cookie wants this new end. */
export type FoundSession = { person: SignedInPerson; renewedUntil: Date | null };

type SessionStart = {
  personId: string;
  now: Date;
  /** What proved who it is; a password, where nothing is said. */
  method?: SessionMethod;
  /** Whether a second factor was shown too. */
  secondFactor?: boolean;
  /** From where; nowhere, if nothing is said. */
  visit?: Visit;
};

/** Begins a session. Call it inside the transaction of the sign-in. */
export async function startSession(
  tx: Executor,
  { personId, now, method = 'password', secondFactor = false, visit = NOWHERE }: SessionStart
): Promise<StartedSession> {
  const roles = (await listRoles(tx, [personId])).map(({ role }) => role).filter(isRole);
  const times = beginSession(roles, now);
  const { browser, network } = visit;
  const secondFactorAt = secondFactor ? now : null;
  const facts = { ...times, method, provenAt: now, secondFactorAt, browser, network };
  const { id } = await luciaOn(tx, now).createSession(personId, { facts });
  await rememberPlace(tx, { personId, visit, now });
  log.info({ person: personId, method, secondFactor }, 'a session begins');
  return { id, expiresAt: times.expiresAt };
}

/** Who the cookie belongs to, or null: unknown, ended, or the account is disabled. */
export async function findSession(
  db: Executor,
  { sessionId, now }: { sessionId: string; now: Date }
): Promise<FoundSession | null> {
  const { session, user } = await luciaOn(db, now).validateSession(sessionId);
  if (session === null) return null;
  const { id, email, givenName, roles: held } = user;
  const sessionIdHash = hashSessionId(session.id);
  const seen = noteVisit(session.facts, held, now);
  if (seen) await updateSessionSeen(db, { idHash: sessionIdHash, ...seen });
  const { provenAt, secondFactorAt } = session.facts;
  const hasSecondFactor = secondFactorAt !== null;
  const roles = rolesInForce(held, hasSecondFactor);
  const person = { id, sessionIdHash, provenAt, hasSecondFactor, email, givenName, ...roles };
  return { person, renewedUntil: seen?.expiresAt ?? null };
}

/** Ends a session; unknown ones too, without complaint. */
export async function endSession(tx: Executor, input: { sessionId: string; now: Date }): Promise<void> {
  await luciaOn(tx, input.now).invalidateSession(input.sessionId);
}

/**
 * Gives the session a new id, since the person has just proved who they are, `secondFactor`: with a
 * second factor (ASVS 7.2.4); its end stays where it was.
 * Null: it has ended. The new id goes into the cookie.
 */
export async function renewSession(
  tx: Executor,
  input: { sessionIdHash: Uint8Array; secondFactor?: boolean; now: Date }
): Promise<StartedSession | null> {
  const id = generateIdFromEntropySize(ID_BYTES);
  const { sessionIdHash: idHash, secondFactor = false, now } = input;
  const renewed = { idHash, newIdHash: hashSessionId(id), secondFactor, now };
  const expiresAt = await updateSessionProven(tx, renewed);
  return expiresAt && { id, expiresAt };
}
