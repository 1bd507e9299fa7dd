import type { RequestEvent } from '@sveltejs/kit';
import { readAccountState } from '#lib/server/identity/read-account-state.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';

/** What the page says of an address that was never proven; null: it was. */
export async function readUnverified(
  { locals }: Pick<RequestEvent, 'locals'>,
  { id, email }: Pick<SignedInPerson, 'id' | 'email'>
): Promise<{ email: string; lettersWait: boolean } | null> {
  const { isEmailVerified } = await readAccountState(locals.db, id);
  return isEmailVerified ? null : { email, lettersWait: locals.environment.smtpUrl === null };
}
