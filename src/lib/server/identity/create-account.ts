import type { NewAccount } from '#lib/domain/identity/account-form.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { createPerson } from './create-person.ts';
import { hashPassword } from './password.ts';

/** Makes an account with the roles, for somebody else: the operator at the command line. Returns the new id. */
export async function createAccount(
  db: Executor,
  { email, password, profile, roles, now }: NewAccount & { roles: readonly Role[]; now: Date }
): Promise<Result<string, 'email-taken' | 'busy'>> {
  const hashed = await hashPassword(password);
  if (!hashed.ok) return hashed;
  const person = { email, passwordHash: hashed.value, profile, roles, actor: 'program' as const, now };
  return db.transaction((tx) => createPerson(tx, person));
}
