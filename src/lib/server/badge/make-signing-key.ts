import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint } from 'jose';
import { sealKey } from './key-box.ts';

/** RSA of this size is held to be safe beyond 2030 (NIST SP 800-57); credit is verified for six years and more. */
const BITS = 3072;

const generate = promisify(generateKeyPair);

/** A new key: `kid` is the thumbprint of its public half (RFC 7638). */
export type NewSigningKey = {
  kid: string;
  publicJwk: Record<string, unknown>;
  encryptedPrivateKey: Uint8Array;
};

/** Makes an RSA key for RS256, its private half encrypted under the secret. Takes about a second; writes nothing. */
export async function makeSigningKey(secret: string): Promise<NewSigningKey> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: BITS });
  const { kty = 'RSA', n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const kid = await calculateJwkThumbprint({ kty, n, e });
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return {
    kid,
    publicJwk: { kty, n, e, kid, alg: 'RS256', use: 'sig' },
    encryptedPrivateKey: await sealKey(pem, { secret, kid })
  };
}
