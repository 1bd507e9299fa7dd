import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { badgeAddresses } from '#lib/domain/badge/badge-addresses.ts';
import { claimsOf, type BadgeCredential } from '#lib/domain/badge/badge-credential.ts';

/** A key that is open, and its public half as it is published. */
export type OpenSigningKey = { kid: string; publicJwk: Record<string, unknown>; privatePem: string };

/**
 * Signs a credential as a compact JWS with RS256. The header holds what Open Badges allows and no more: the address of
 * the key, and the key itself, so that the signature can still be checked when this site is gone.
 */
export async function signCredential(
  credential: BadgeCredential,
  { key, origin }: { key: OpenSigningKey; origin: string }
): Promise<string> {
  const { kty, n, e } = key.publicJwk;
  if (typeof kty !== 'string' || typeof n !== 'string' || typeof e !== 'string') {
    throw new Error(`The key ${key.kid} is no RSA key.`);
  }
  const header = { alg: 'RS256', typ: 'JWT', kid: badgeAddresses(origin).key(key.kid), jwk: { kty, n, e } };
  return new SignJWT({ ...credential, ...claimsOf(credential) })
    .setProtectedHeader(header)
    .sign(createPrivateKey(key.privatePem));
}
