import { passwordChangedLetter } from '#lib/domain/identity/account-letters.ts';
import type { ProfileFields } from '#lib/domain/identity/profile.ts';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { findAccountLink, takeAccountLink } from './account-link.ts';
import { updateEmailVerified, updatePassword } from './account-queries.ts';
import { insertAuditEvent } from './audit.ts';
import { endEverything } from './end-everything.ts';
import { rememberPlace } from './known-place.ts';
import { hashPassword } from './password.ts';
import { readProfile } from './read-profile.ts';
import { tellOfChange } from './tell-of-change.ts';

const purposes = ['reset-password'] as const;

/** Whose password a link lets replace; null: it does not work. */
export async function findResetOwner(
  db: Executor,
  { token, now }: { token: string; now: Date }
): Promise<{ email: string; profile: ProfileFields } | null> {
  const link = await findAccountLink(db, { token, purposes, now });
  return link && { email: link.currentEmail, profile: await readProfile(db, link.personId) };
}

type Reset = { token: string; password: string; origin: string; visit?: Visit; now: Date };

/**
 * Replaces a password by a link in a letter, which proves the address, too. It signs nobody in: who has a second factor
 * shows it as at any sign-in (ASVS 6.4.3). The place counts as known, so that the sign-in that follows waits for nobody who
 * guesses. `link`: it does not work.
 */
export async function resetPassword(
  db: Executor,
  { token, password, origin, visit = NOWHERE, now }: Reset
): Promise<Result<null, 'link' | 'busy'>> {
  if ((await findAccountLink(db, { token, purposes, now })) === null) return failure('link');
  const hashed = await hashPassword(password);
  if (!hashed.ok) return hashed;
  return db.transaction(async (tx) => {
    const link = await takeAccountLink(tx, { token, purposes, now });
    if (link === null) return failure('link');
    const { personId, currentEmail: address } = link;
    await updatePassword(tx, { personId, passwordHash: hashed.value });
    await updateEmailVerified(tx, { personId, now });
    await endEverything(tx, personId);
    await rememberPlace(tx, { personId, visit, now });
    const subject = { kind: 'person', id: personId };
    await insertAuditEvent(tx, { at: now, actorId: personId, action: 'identity.reset-password', subject });
    await tellOfChange(tx, { personId, address, letter: passwordChangedLetter({ origin }), now });
    return success(null);
  });
}
