import { randomBytes } from 'node:crypto';
import { mappedRoles, readRules, type Claims } from '#lib/domain/identity/role-rule.ts';
import { usedSecondFactor } from '#lib/domain/identity/used-second-factor.ts';
import type { Visit } from '#lib/domain/identity/visit.ts';
import { readVouchedPerson } from '#lib/domain/identity/vouched-person.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import type { SignInOutcome } from './begin-sign-in.ts';
import { hashInstitutionToken } from './begin-institution-sign-in.ts';
import { followRoleRules } from './follow-role-rules.ts';
import {
  insertIdentity,
  selectOptionalIdentity,
  updateIdentityUsed
} from './institution-identity-queries.ts';
import type { InstitutionRow } from './institution-queries.ts';
import { insertNewcomer, type SignInOnItsWay } from './institution-sign-in-queries.ts';
import { selectEmailTaken } from './person-queries.ts';
import { startInstitutionSession } from './start-institution-session.ts';

/** How it ended: in a session or before the second factor, in an account that is connected now, or with somebody who has to tell us more first. */
export type Admission =
  | { kind: 'begun'; outcome: SignInOutcome; returnTo: string }
  | { kind: 'linked' }
  | { kind: 'newcomer'; token: string; expiresAt: Date };

type Refusal = 'disabled' | 'address-taken' | 'no-accounts' | 'linked-elsewhere' | 'other-person';

type Arrival = {
  institution: InstitutionRow;
  said: { subject: string; token: Claims; claims: Claims };
  journey: SignInOnItsWay;
  personId: string | null;
  previousSessionId: string | null;
  visit: Visit;
  now: Date;
};

/** For so long somebody who is new may take to tell us the rest. */
const NEWCOMER_LIFE = 60 * 60_000;

const rolesOf = ({ institution, said }: Arrival): Role[] =>
  mappedRoles(readRules(institution.rules), said.claims);

/** Its word counts only where an admin said so, and only from the signed token. */
const vouched = ({ institution, said }: Arrival): boolean =>
  institution.vouchesForSecondFactor && usedSecondFactor(said.token);

const keyOf = ({ institution, said }: Arrival) => ({ institutionId: institution.id, subject: said.subject });

async function signIn(tx: Executor, arrival: Arrival, personId: string): Promise<Admission> {
  const { institution, journey, previousSessionId, visit, now } = arrival;
  const institutionId = institution.id;
  await followRoleRules(tx, { personId, institutionId, mapped: rolesOf(arrival), now });
  await updateIdentityUsed(tx, { ...keyOf(arrival), now });
  const secondFactor = vouched(arrival);
  const begun = { personId, institutionId, previousSessionId, secondFactor, visit, now };
  const outcome = await startInstitutionSession(tx, begun);
  return { kind: 'begun', outcome, returnTo: journey.returnTo };
}

async function link(
  tx: Executor,
  arrival: Arrival,
  owner: string
): Promise<Result<Admission, 'linked-elsewhere'>> {
  const { now } = arrival;
  const key = keyOf(arrival);
  if (!(await insertIdentity(tx, { ...key, personId: owner, createdAt: now }))) {
    const known = await selectOptionalIdentity(tx, key);
    return known?.personId === owner ? success({ kind: 'linked' }) : failure('linked-elsewhere');
  }
  await insertAuditEvent(tx, {
    at: now,
    actorId: owner,
    action: 'identity.link-institution',
    subject: { kind: 'person', id: owner },
    detail: { institutionId: key.institutionId }
  });
  return success({ kind: 'linked' });
}

/** An address is no proof that an account is theirs: whoever has one signs in to it and connects it. */
async function welcome(
  tx: Executor,
  arrival: Arrival
): Promise<Result<Admission, 'address-taken' | 'no-accounts'>> {
  const { institution, said, journey, now } = arrival;
  const person = readVouchedPerson(said.claims);
  if (person.email !== null && (await selectEmailTaken(tx, person.email))) return failure('address-taken');
  if (!institution.makesAccounts) return failure('no-accounts');
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + NEWCOMER_LIFE);
  await insertNewcomer(tx, {
    tokenHash: hashInstitutionToken(token),
    ...keyOf(arrival),
    ...person,
    roles: rolesOf(arrival),
    usedSecondFactor: vouched(arrival),
    returnTo: journey.returnTo,
    createdAt: now,
    expiresAt
  });
  return success({ kind: 'newcomer', token, expiresAt });
}

/** Decides for whom an institution has vouched, in one transaction. */
export async function admitFromInstitution(
  db: Executor,
  arrival: Arrival
): Promise<Result<Admission, Refusal>> {
  return db.transaction(async (tx) => {
    const { personId: owner } = arrival.journey;
    if (owner !== null)
      return owner === arrival.personId ? link(tx, arrival, owner) : failure('other-person');
    const known = await selectOptionalIdentity(tx, keyOf(arrival));
    if (known === null) return welcome(tx, arrival);
    if (known.isDisabled) return failure('disabled');
    return success(await signIn(tx, arrival, known.personId));
  });
}
