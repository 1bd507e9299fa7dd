import { generateIdFromEntropySize } from 'lucia';
import { isRole, type Role } from '#lib/domain/identity/role.ts';
import { rolesInForce } from '#lib/domain/identity/second-factor.ts';
import { beginSession, isSessionOver, noteVisit } from '#lib/domain/identity/session-life.ts';
import type { SessionMethod } from '#lib/domain/identity/session-words.ts';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { log } from '../log.ts';
import { listRoles } from './directory-queries.ts';
import { rememberPlace } from './known-place.ts';
import { hashSessionId, luciaOn, rolesIn } from './lucia.ts';
import { updateSessionProven, updateSessionSeen, type KnownSession } from './session-queries.ts';
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

type ProofTimes = { provenAt: Date; secondFactorAt: Date | null };

type Who = { id: string; email: string; givenName: string; roles: readonly Role[] };

function personOf(user: Who, { idHash, facts }: { idHash: Uint8Array; facts: ProofTimes }): SignedInPerson {
  const { id, email, givenName, roles: held } = user;
  const hasSecondFactor = facts.secondFactorAt !== null;
  const roles = rolesInForce(held, hasSecondFactor);
  return { id, sessionIdHash: idHash, provenAt: facts.provenAt, hasSecondFactor, email, givenName, ...roles };
}

/** Who the cookie belongs to, or null: unknown, ended, or the account is disabled. */
export async function findSession(
  db: Executor,
  { sessionId, now }: { sessionId: string; now: Date }
): Promise<FoundSession | null> {
  const { session, user } = await luciaOn(db, now).validateSession(sessionId);
  if (session === null) return null;
  const idHash = hashSessionId(session.id);
  const seen = noteVisit(session.facts, user.roles, now);
  if (seen) await updateSessionSeen(db, { idHash, ...seen });
  return { person: personOf(user, { idHash, facts: session.facts }), renewedUntil: seen?.expiresAt ?? null };
}

/**
 * Whose session a row is, for who has read it already and writes nothing. Null: it has ended, or this visit is to be noted,
 * and both are for `findSession`.
 */
export function readSessionRow(row: KnownSession, now: Date): SignedInPerson | null {
  const { idHash, personId: id, email, givenName } = row;
  const roles = rolesIn(row.roles);
  if (isSessionOver(row, roles, now) || noteVisit(row, roles, now) !== null) return null;
  return personOf({ id, email, givenName, roles }, { idHash: Buffer.from(idHash, 'hex'), facts: row });
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
