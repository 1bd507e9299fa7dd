import { success } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { beginSignIn, type SignInOutcome } from './begin-sign-in.ts';
import { checkSignInPassword } from './check-sign-in-password.ts';
import type { GuessRefusal } from './guard-guess.ts';

type SignInInput = {
  email: string;
  password: string;
  previousSessionId: string | null;
  visit?: Visit;
  now: Date;
};

/**
 * Begins a session for whoever knows the password (see check-sign-in-password.ts), or awaits their second factor where
 * one is set up.
 */
export async function signIn(
  db: Executor,
  { email, password, previousSessionId, visit, now }: SignInInput
): Promise<Result<SignInOutcome, GuessRefusal>> {
  const checked = await checkSignInPassword(db, { email, password, visit: visit ?? NOWHERE, now });
  if (!checked.ok) return checked;
  const first = { personId: checked.value, method: 'password' as const, previousSessionId, visit, now };
  return success(await db.transaction((tx) => beginSignIn(tx, first)));
}
