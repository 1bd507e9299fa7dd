import { createPrivateKey, createPublicKey, scrypt, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** OWASP's parameters for scrypt: guessing a weak secret from a published key costs 64 MB and about 0.1 s a try. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 };

/** The key of audit heads; `publicJwk` carries its id, the thumbprint of RFC 7638. */
export type HeadKey = { privateKey: KeyObject; publicJwk: Record<string, string> };

function stretch(secret: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    scrypt(secret, 'footnote audit head', 32, COST, (error, key) => (error ? fail(error) : done(key)));
  });
}

/**
 * The key that signs the heads of the audit log. It follows from SIGNING_SECRET: nothing is stored that a superuser of the
 * database could read, and every instance signs with the same.
 */
export async function deriveHeadKey(secret: string): Promise<HeadKey> {
  const key = Buffer.concat([PKCS8_ED25519, await stretch(secret)]);
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const jwk = { kty: 'OKP', crv: 'Ed25519', x };
  return { privateKey, publicJwk: { ...jwk, kid: await calculateJwkThumbprint(jwk) } };
}
