import { failure, success } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { NewAccount } from '#lib/domain/identity/account-form.ts';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { createPerson } from './create-person.ts';
import { hashPassword } from './password.ts';
import { startSession } from './session.ts';
import type { StartedSession } from './session.ts';

/** Makes an account with the clinician's role and signs the person in. `busy`: too many passwords are being hashed. */
export async function signUp(
  db: Executor,
  { email, password, profile, visit = NOWHERE, now }: NewAccount & { visit?: Visit; now: Date }
): Promise<Result<StartedSession, 'email-taken' | 'busy'>> {
  const hashed = await hashPassword(password);
  if (!hashed.ok) return hashed;
  return db.transaction(async (tx) => {
    const person = { email, passwordHash: hashed.value, profile, roles: ['clinician'] as const, now };
    const created = await createPerson(tx, person);
    if (!created.ok) return failure('email-taken');
    return success(await startSession(tx, { personId: created.value, now, visit }));
  });
}
