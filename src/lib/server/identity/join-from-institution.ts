import { isRole } from '#lib/domain/identity/role.ts';
import type { Profile } from '#lib/domain/identity/profile.ts';
import type { ThrottlePolicy } from '#lib/domain/identity/throttle.ts';
import type { Visit } from '#lib/domain/identity/visit.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { writeLinkLetter } from './account-link.ts';
import { insertAuditEvent } from './audit.ts';
import type { SignInOutcome } from './begin-sign-in.ts';
import { hashInstitutionToken } from './begin-institution-sign-in.ts';
import { createPerson } from './create-person.ts';
import { followRoleRules } from './follow-role-rules.ts';
import { insertIdentity, selectOptionalIdentity } from './institution-identity-queries.ts';
import { selectOptionalInstitution } from './institution-queries.ts';
import {
  deleteNewcomer,
  lockOptionalNewcomer,
  selectOptionalNewcomer
} from './institution-sign-in-queries.ts';
import { startInstitutionSession } from './start-institution-session.ts';
import { withThrottle } from './throttle.ts';

type Newcomer = NonNullable<Awaited<ReturnType<typeof lockOptionalNewcomer>>>;

type Joining = {
  token: string;
  /** As typed; it counts where the institution named no address that it has verified. */
  email: string;
  profile: Profile;
  /** Scheme and host of this site, which the link in a letter begins with. */
  origin: string;
  previousSessionId: string | null;
  visit?: Visit | undefined;
  now: Date;
};

export type JoiningRefusal = { kind: 'unknown' } | { kind: 'email-taken' } | { kind: 'wait'; until: Date };

/** That an address is taken tells that somebody has an account: who collects such answers waits. */
const TAKEN: ThrottlePolicy = {
  free: 5,
  firstWaitSeconds: 5,
  longestWaitSeconds: 900,
  forgetAfterSeconds: 3600
};

async function isOpen(tx: Executor, newcomer: Newcomer): Promise<boolean> {
  const institution = await selectOptionalInstitution(tx, newcomer.institutionId);
  if (institution === null || institution.disabledAt !== null || !institution.makesAccounts) return false;
  return (await selectOptionalIdentity(tx, newcomer)) === null;
}

async function connect(
  tx: Executor,
  { newcomer, personId, now }: { newcomer: Newcomer; personId: string; now: Date }
): Promise<void> {
  const { institutionId, subject } = newcomer;
  await insertIdentity(tx, { institutionId, subject, personId, createdAt: now, lastUsedAt: now });
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: 'identity.link-institution',
    subject: { kind: 'person', id: personId },
    detail: { institutionId }
  });
  const mapped = newcomer.roles.filter(isRole);
  await followRoleRules(tx, { personId, institutionId, mapped, now });
}

type Joined = { outcome: SignInOutcome; returnTo: string };

/** Null: the address is taken. */
async function makeAccount(
  tx: Executor,
  { newcomer, joining }: { newcomer: Newcomer; joining: Joining }
): Promise<Joined | null> {
  const { profile, origin, previousSessionId, visit, now } = joining;
  const { institutionId, returnTo, usedSecondFactor: secondFactor } = newcomer;
  const email = newcomer.email ?? joining.email;
  const emailVerifiedAt = newcomer.email === null ? null : now;
  const person = { email, emailVerifiedAt, passwordHash: null, profile, roles: ['clinician'] as const, now };
  const created = await createPerson(tx, person);
  if (!created.ok) return null;
  const personId = created.value;
  if (emailVerifiedAt === null)
    await writeLinkLetter(tx, { personId, email, purpose: 'verify-email', origin, now });
  await connect(tx, { newcomer, personId, now });
  const begun = { personId, institutionId, previousSessionId, secondFactor, visit, now };
  return { outcome: await startInstitutionSession(tx, begun), returnTo };
}

/** The newcomer's row goes with the account, and stays where an address was taken. */
function takePlace(
  db: Executor,
  tokenHash: Uint8Array,
  joining: Joining
): Promise<Joined | 'unknown' | null> {
  return db.transaction(async (tx) => {
    const newcomer = await lockOptionalNewcomer(tx, { tokenHash, now: joining.now });
    if (newcomer === null || !(await isOpen(tx, newcomer))) return 'unknown';
    const joined = await makeAccount(tx, { newcomer, joining });
    if (joined !== null) await deleteNewcomer(tx, tokenHash);
    return joined;
  });
}

/**
 * Makes the account of somebody for whom an institution vouched and who has told the rest, once, and signs them in. An
 * address that the institution has verified counts as verified; to one that the person typed goes a letter that proves it.
 */
export async function joinFromInstitution(
  db: Executor,
  joining: Joining
): Promise<Result<Joined, JoiningRefusal>> {
  const { token, now } = joining;
  const tokenHash = hashInstitutionToken(token);
  const waiting = await selectOptionalNewcomer(db, { tokenHash, now });
  if (waiting === null) return failure({ kind: 'unknown' });
  const from = `${waiting.institutionId} ${waiting.subject}`;
  const place = { door: 'first-visit', from, policy: TAKEN, now };
  const made = await withThrottle(db, place, () => takePlace(db, tokenHash, joining));
  if (!made.ok) return failure(made.problem.kind === 'wrong' ? { kind: 'email-taken' } : made.problem);
  return made.value === 'unknown' ? failure({ kind: 'unknown' }) : success(made.value);
}
