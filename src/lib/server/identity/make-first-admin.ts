import { failure, success } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { NewAccount } from '#lib/domain/identity/account-form.ts';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { writeLinkLetter } from './account-link.ts';
import { createPerson } from './create-person.ts';
import { hashSetUpToken } from './create-set-up-link.ts';
import { hashPassword } from './password.ts';
import { startSession } from './session.ts';
import type { StartedSession } from './session.ts';
import { selectAdminExists, selectSetUpLinkUsable, updateSetUpLinkUsed } from './set-up-queries.ts';

/** Thrown to undo the use of the link where the account could not be made. */
class EmailTaken extends Error {}

/** Whether the set-up link still works: known, unused, within 24 hours, and nobody is admin yet. */
export async function isSetUpLinkUsable(db: Executor, input: { token: string; now: Date }): Promise<boolean> {
  const tokenHash = hashSetUpToken(input.token);
  return (await selectSetUpLinkUsable(db, { tokenHash, now: input.now })) && !(await selectAdminExists(db));
}

/**
 * Uses up the link and makes the first admin, who is a clinician too. `link`: it was used, is too old or unknown, or
 * there is an admin; of two requests at once one is refused.
 */
export async function makeFirstAdmin(
  db: Executor,
  input: NewAccount & { token: string; origin: string; visit?: Visit; now: Date }
): Promise<Result<StartedSession, 'link' | 'email-taken' | 'busy'>> {
  const { token, email, password, profile, origin, visit = NOWHERE, now } = input;
  if (!(await isSetUpLinkUsable(db, { token, now }))) return failure('link');
  const hashed = await hashPassword(password);
  if (!hashed.ok) return hashed;
  return db
    .transaction(async (tx) => {
      const used = await updateSetUpLinkUsed(tx, { tokenHash: hashSetUpToken(token), now });
      if (!used || (await selectAdminExists(tx))) return failure('link');
      const roles = ['admin', 'clinician'] as const;
      const created = await createPerson(tx, { email, passwordHash: hashed.value, profile, roles, now });
      if (!created.ok) throw new EmailTaken();
      const personId = created.value;
      await writeLinkLetter(tx, { personId, email, purpose: 'verify-email', origin, now });
      return success(await startSession(tx, { personId, now, visit }));
    })
    .catch((error: unknown) => {
      if (error instanceof EmailTaken) return failure('email-taken');
      throw error;
    });
}
