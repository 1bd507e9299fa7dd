import { isRecentProof } from '#lib/domain/identity/recent-proof.ts';
import { success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { checkOwnPassword, type PasswordRefusal } from './check-own-password.ts';
import type { SignedInPerson } from './signed-in-person.ts';

type Claim = { person: Pick<SignedInPerson, 'id' | 'provenAt'>; password: string; now: Date };

/**
 * Whether it is the person who asks to change how they sign in (ASVS 6.2.3, 7.5.1): by the password, or, where there is
 * none, by a recent proof of another kind; `none`: that proof is too old.
 */
export async function confirmPerson(
  db: Executor,
  { person, password, now }: Claim
): Promise<Result<null, PasswordRefusal>> {
  const checked = await checkOwnPassword(db, { personId: person.id, password, now });
  if (checked.ok || checked.problem.kind !== 'none') return checked;
  return isRecentProof(person.provenAt, now) ? success(null) : checked;
}
