import { randomBytes, scrypt } from 'node:crypto';
import { lockBox, unlockBox } from '../seal.ts';

/** A private key as it is stored: the salt of its key, then the box. */
const SALT = 16;

/** OWASP's parameters for scrypt: guessing a weak secret from a stolen database costs 64 MB and about 0.1 s a try. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 };

/** Where a box is opened: the secret of the environment, and the key id that the box is bound to. */
type Lock = { secret: string; kid: string };

function keyOf(secret: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((done, fail) => {
    scrypt(secret, salt, 32, COST, (error, key) => (error ? fail(error) : done(key)));
  });
}

/** Encrypts the private half of a key (PKCS #8, PEM) so that it may stand in the database. */
export async function sealKey(pem: string, { secret, kid }: Lock): Promise<Uint8Array> {
  const salt = randomBytes(SALT);
  const box = lockBox(Buffer.from(pem), { key: await keyOf(secret, salt), boundTo: kid });
  return new Uint8Array(Buffer.concat([salt, box]));
}

/** The private half again, or null where the secret is another one or the bytes were changed. */
export async function openKey(box: Uint8Array, { secret, kid }: Lock): Promise<string | null> {
  if (box.length <= SALT) return null;
  const key = await keyOf(secret, box.subarray(0, SALT));
  const opened = unlockBox(box.subarray(SALT), { key, boundTo: kid });
  return opened === null ? null : Buffer.from(opened).toString('utf8');
}
