import { passwordChangedLetter } from '#lib/domain/identity/account-letters.ts';
import { newPasswordProblems } from '#lib/domain/identity/new-password.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalAccount, updatePassword } from './account-queries.ts';
import { insertAuditEvent } from './audit.ts';
import { endEverything } from './end-everything.ts';
import { hashPassword } from './password.ts';
import { readProfile } from './read-profile.ts';
import { tellOfChange } from './tell-of-change.ts';

type NewPassword = { email: string; password: string; origin: string; now: Date };

/**
 * Gives somebody a new password, by whoever runs the site, where no letter can do it. Everybody is signed out of the
 * account; the person is told. The second factor stays. Refused: why, in words.
 */
export async function setPassword(
  db: Executor,
  { email, password, origin, now }: NewPassword
): Promise<Result<null, string>> {
  const account = await selectOptionalAccount(db, email);
  if (account === null) return failure(`No enabled account has the address ${email}`);
  const { personId, email: address } = account;
  const owner = { email: address, profile: await readProfile(db, personId) };
  const [problem] = newPasswordProblems('password', password, owner);
  if (problem) return failure(problem.message);
  const hashed = await hashPassword(password);
  if (!hashed.ok) return failure('Too many passwords are being hashed');
  await db.transaction(async (tx) => {
    await updatePassword(tx, { personId, passwordHash: hashed.value });
    await endEverything(tx, personId);
    const subject = { kind: 'person', id: personId };
    await insertAuditEvent(tx, { at: now, actorId: null, action: 'identity.set-password', subject });
    await tellOfChange(tx, { personId, address, letter: passwordChangedLetter({ origin }), now });
  });
  return success(null);
}
