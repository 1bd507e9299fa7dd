import { parseEmail } from '#lib/domain/identity/email.ts';
import { signInRecords } from '#lib/domain/identity/sign-in-throttle.ts';
import type { Visit } from '#lib/domain/identity/visit.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { guardGuess, type GuessRefusal } from './guard-guess.ts';
import { readKnownPlace } from './known-place.ts';
import { isCrowded, verifyPassword } from './password.ts';
import { selectOptionalSecret } from './person-queries.ts';

type SignInTry = { email: string; password: string; visit: Visit; now: Date };

/**
 * Makes a try at an account, unless too many failed: see domain/identity/sign-in-throttle.ts. An address that nobody has
 * is counted in the same way as one that somebody has.
 */
export async function throttleSignIn<Value>(
  db: Executor,
  input: { account: string; personId: string | null; visit: Visit; now: Date },
  attempt: () => Promise<Result<Value, 'wrong' | 'busy'>>
): Promise<Result<Value, GuessRefusal>> {
  const { account, personId, visit, now } = input;
  const known = await readKnownPlace(db, { owner: personId ?? account, visit, now });
  return guardGuess(db, { records: signInRecords({ account, visit }, known), now }, attempt);
}

/**
 * Who the address and the password belong to. An unknown address, a disabled account and a wrong password are one and the
 * same answer, and take the same time.
 */
export async function checkSignInPassword(
  db: Executor,
  { email: typed, password, visit, now }: SignInTry
): Promise<Result<string, GuessRefusal>> {
  const email = parseEmail(typed);
  if (email === null) return failure({ kind: 'wrong' });
  // Said before the database is asked anything: a storm must cost the others as little as can be.
  if (isCrowded()) return failure({ kind: 'busy' });
  const secret = await selectOptionalSecret(db, email);
  const personId = secret?.personId ?? null;
  return throttleSignIn(db, { account: email, personId, visit, now }, async () => {
    const verified = await verifyPassword(secret?.passwordHash ?? null, password);
    if (!verified.ok) return verified;
    return verified.value && personId !== null ? success(personId) : failure('wrong');
  });
}
