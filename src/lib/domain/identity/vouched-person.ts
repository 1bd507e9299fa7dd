import { parseEmail } from './email.ts';
import type { Claims } from './role-rule.ts';
import { isPrintable, tidyLine } from './tidy-line.ts';

/** What an institution says of somebody, as far as an account needs it; names may be empty. */
export type VouchedPerson = { email: string | null; givenName: string; familyName: string };

const LONGEST_NAME = 100;

function nameOf(claim: unknown): string {
  const name = typeof claim === 'string' ? tidyLine(claim) : '';
  return [...name].length <= LONGEST_NAME && isPrintable(name) ? name : '';
}

/**
 * Names and address from the standard claims (OpenID Connect Core 5.1). An address counts only where the institution says
 * in so many words that it has verified it; a name that cannot be kept is asked for instead.
 */
export function readVouchedPerson(claims: Claims): VouchedPerson {
  const { email, email_verified: isVerified, given_name: givenName, family_name: familyName } = claims;
  return {
    email: typeof email === 'string' && isVerified === true ? parseEmail(email) : null,
    givenName: nameOf(givenName),
    familyName: nameOf(familyName)
  };
}
