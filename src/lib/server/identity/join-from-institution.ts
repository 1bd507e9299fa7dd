import { isRole } from '#lib/domain/identity/role.ts';
import type { Profile } from '#lib/domain/identity/profile.ts';
import type { Visit } from '#lib/domain/identity/visit.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
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
import type { StartedSession } from './session.ts';

/** What the page of somebody's first visit shows; null: nobody is waited for under this token. */
export async function readNewcomer(db: Executor, { token, now }: { token: string; now: Date }) {
  const found = await selectOptionalNewcomer(db, { tokenHash: hashInstitutionToken(token), now });
  if (found === null) return null;
  const institution = await selectOptionalInstitution(db, found.institutionId);
  if (institution === null || institution.disabledAt !== null) return null;
  const { email, givenName, familyName } = found;
  return { institution: institution.name, email, givenName, familyName };
}

type Newcomer = NonNullable<Awaited<ReturnType<typeof lockOptionalNewcomer>>>;

type Joining = {
  token: string;
  /** As typed; it counts where the institution named no address that it has verified. */
  email: string | null;
  profile: Profile;
  previousSessionId: string | null;
  visit?: Visit;
  now: Date;
};

type Problem = 'unknown' | 'no-email' | 'email-taken';

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

/**
 * Makes the account of somebody for whom an institution vouched and who has told the rest, once, and signs them in. An
 * address that the institution has verified counts as verified; one that the person typed does not.
 */
export async function joinFromInstitution(
  db: Executor,
  { token, email: typed, profile, now, ...browser }: Joining
): Promise<Result<{ session: StartedSession; returnTo: string }, Problem>> {
  const tokenHash = hashInstitutionToken(token);
  return db.transaction(async (tx) => {
    const newcomer = await lockOptionalNewcomer(tx, { tokenHash, now });
    if (newcomer === null || !(await isOpen(tx, newcomer))) return failure('unknown');
    const email = newcomer.email ?? typed;
    if (email === null) return failure('no-email');
    const emailVerifiedAt = newcomer.email === null ? null : now;
    const person = {
      email,
      emailVerifiedAt,
      passwordHash: null,
      profile,
      roles: ['clinician'] as const,
      now
    };
    const created = await createPerson(tx, person);
    if (!created.ok) return failure('email-taken');
    await deleteNewcomer(tx, tokenHash);
    const personId = created.value;
    await connect(tx, { newcomer, personId, now });
    const { institutionId, returnTo, usedSecondFactor: secondFactor } = newcomer;
    const begun = { personId, institutionId, secondFactor, ...browser, now };
    return success({ session: await startInstitutionSession(tx, begun), returnTo });
  });
}
