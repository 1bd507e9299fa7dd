import type { Claims } from './role-rule.ts';

/** Values of `acr` that say so: REFEDS' profile, Shibboleth's older one, and phishing-resistant sign-in (OpenID EAP ACR). */
const CONTEXTS = [
  'https://refeds.org/profile/mfa',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'phr',
  'phrh'
];

/** Methods by what they prove (RFC 8176): something known, something owned, something of the body. */
const KINDS = [
  ['pwd', 'pin', 'kba'],
  ['otp', 'sms', 'tel', 'hwk', 'swk', 'sc', 'pop'],
  ['face', 'fpt', 'iris', 'retina', 'vbm']
];

/**
 * Whether an ID token says that a second factor was used: by its context (`acr`), or by its methods (`amr`): `mfa`, or two
 * of different kinds. Anything that is not understood counts for nothing.
 */
export function usedSecondFactor({ acr, amr }: Claims): boolean {
  if (typeof acr === 'string' && CONTEXTS.includes(acr)) return true;
  const methods: unknown[] = Array.isArray(amr) ? amr : [];
  const has = (method: string) => methods.includes(method);
  return has('mfa') || KINDS.filter((kind) => kind.some(has)).length > 1;
}
