import { failure, success } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { NewAccount } from '#lib/domain/identity/account-form.ts';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { writeLinkLetter } from './account-link.ts';
import { createPerson } from './create-person.ts';
import { hashPassword } from './password.ts';
import { startSession } from './session.ts';
import type { StartedSession } from './session.ts';

/** `origin`: scheme and host of this site, which the link in the letter begins with. */
type NewcomerInput = NewAccount & { origin: string; visit?: Visit; now: Date };

/**
 * Makes an account with the clinician's role, signs the person in and writes the letter that proves the address; the
 * account works without that proof. `busy`: too many passwords are being hashed.
 */
export async function signUp(
  db: Executor,
  { email, password, profile, origin, visit = NOWHERE, now }: NewcomerInput
): Promise<Result<StartedSession, 'email-taken' | 'busy'>> {
  const hashed = await hashPassword(password);
  if (!hashed.ok) return hashed;
  return db.transaction(async (tx) => {
    const person = { email, passwordHash: hashed.value, profile, roles: ['clinician'] as const, now };
    const created = await createPerson(tx, person);
    if (!created.ok) return failure('email-taken');
    const personId = created.value;
    await writeLinkLetter(tx, { personId, email, purpose: 'verify-email', origin, now });
    return success(await startSession(tx, { personId, now, visit }));
  });
}
