import { asc, eq } from 'drizzle-orm';
import { NO_INSTITUTION, type Institution } from '#lib/domain/identity/institution-form.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { institutionIdentities, institutions } from '#lib/server/db/schema/identity-factor.ts';
import { institutionNewcomers } from '#lib/server/db/schema/identity-institution.ts';
import { auditEvents, people, personRoles, sessions } from '#lib/server/db/schema/identity.ts';
import { addInstitution } from '#lib/server/identity/add-institution.ts';
import type { SignInOutcome } from '#lib/server/identity/begin-sign-in.ts';
import { beginInstitutionSignIn } from '#lib/server/identity/begin-institution-sign-in.ts';
import { changeInstitution } from '#lib/server/identity/change-institution.ts';
import { finishInstitutionSignIn } from '#lib/server/identity/finish-institution-sign-in.ts';
import { joinFromInstitution } from '#lib/server/identity/join-from-institution.ts';
import type { InstitutionMember, InstitutionProvider } from '../../support/institution-provider.ts';
import { makePerson } from '../../support/people.ts';
import { anAccount } from './accounts.ts';

export const redirectUri = 'http://localhost:3000/sign-in/institution/callback';
export const signingSecret = 'the secret of these tests, long enough for it';

type Issuer = { issuer: string; clientId: string; secret: string };

/** An institution with nothing ticked and no rules, but for what is wished. */
function wishing({ issuer, clientId }: Issuer, wished: Partial<Institution>): Institution {
  const { makesAccounts, vouchesForSecondFactor } = NO_INSTITUTION;
  return { name: 'St Luke', issuer, clientId, makesAccounts, vouchesForSecondFactor, rules: [], ...wished };
}

/** Adds an institution as an admin does; returns its id and how to change it. */
export async function addFor(db: Executor, at: Issuer, wished: Partial<Institution> = {}) {
  const { id: actorId } = await makePerson(db, { roles: ['admin'] });
  const secret = { kind: 'set', secret: at.secret } as const;
  const institution = wishing(at, wished);
  const added = await addInstitution(db, { institution, secret, signingSecret, actorId, now: new Date() });
  if (!added.ok) throw new Error(added.problem);
  const id = added.value;
  const change = async (other: Partial<Institution>, revision?: number) => {
    const [row] = await db.select().from(institutions).where(eq(institutions.id, id));
    const form = { id, revision: revision ?? row?.revision ?? 0, institution: wishing(at, other) };
    const keep = { secret: { kind: 'keep' }, signingSecret, actorId, now: new Date() } as const;
    return changeInstitution(db, { ...form, ...keep });
  };
  return { id, actorId, change };
}

export type Setting = { db: Executor; institutionId: string; personId?: string | null };

/** Begins a sign-in, or for a person the connecting of their account. */
export async function begin({ db, institutionId, personId = null }: Setting) {
  const returnTo = '/activities?from=here';
  const to = { institutionId, redirectUri, returnTo, personId, signingSecret, now: new Date() };
  const begun = await beginInstitutionSignIn(db, to);
  if (!begun.ok) throw new Error(`${begun.problem.kind} ${begun.problem.reason}`);
  return begun.value;
}

type Back = { answer: URL; rememberedState: string | null; personId?: string | null; now?: Date };

/** Comes back from an institution. */
export const finish = (db: Executor, { personId = null, now = new Date(), ...back }: Back) =>
  finishInstitutionSignIn(db, { ...back, personId, previousSessionId: null, signingSecret, now });

/** The whole way to the institution and back. */
export async function signInAs(
  { provider, ...setting }: Setting & { provider: InstitutionProvider },
  member: InstitutionMember
) {
  const { address, state } = await begin(setting);
  const answer = await provider.signIn(address, member);
  return finish(setting.db, { answer, rememberedState: state, personId: setting.personId ?? null });
}

/** Tells the rest on the page of the first visit. */
export const join = (
  db: Executor,
  { token, email = 'unused@example.org', now = new Date() }: { token: string; email?: string; now?: Date }
) =>
  joinFromInstitution(db, {
    token,
    email,
    profile: anAccount().profile,
    origin: 'http://localhost:3000',
    previousSessionId: null,
    now
  });

/** The session that has begun; '' where a second factor is awaited. */
export const sessionIdOf = ({ outcome }: { outcome: SignInOutcome }) =>
  outcome.kind === 'session' ? outcome.session.id : '';

export async function rolesOf(db: Executor, personId: string): Promise<string[]> {
  const rows = await db.select().from(personRoles).where(eq(personRoles.personId, personId));
  return rows.map(({ role }) => role).sort();
}

export const auditOf = (db: Executor, subjectId: string) =>
  db.select().from(auditEvents).where(eq(auditEvents.subjectId, subjectId)).orderBy(asc(auditEvents.id));

/** How much there is of all that a sign-in could write, but for its audit row. */
export async function written(db: Executor): Promise<number[]> {
  const tables = [people, sessions, personRoles, institutionIdentities, institutionNewcomers];
  const counts: number[] = [];
  for (const table of tables) counts.push(await db.$count(table));
  return counts;
}
