import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

/** A private key as it is stored: salt, nonce and tag of AES-256-GCM, then the ciphertext. */
const SALT = 16;
const NONCE = 12;
const TAG = 16;

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
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(secret, salt), nonce).setAAD(Buffer.from(kid));
  const sealed = Buffer.concat([cipher.update(pem, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([salt, nonce, cipher.getAuthTag(), sealed]));
}

/** The private half again, or null where the secret is another one or the bytes were changed. */
export async function openKey(box: Uint8Array, { secret, kid }: Lock): Promise<string | null> {
  if (box.length <= SALT + NONCE + TAG) return null;
  const nonce = box.subarray(SALT, SALT + NONCE);
  const key = await keyOf(secret, box.subarray(0, SALT));
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
    .setAAD(Buffer.from(kid))
    .setAuthTag(box.subarray(SALT + NONCE, SALT + NONCE + TAG));
  try {
    const opened = [decipher.update(box.subarray(SALT + NONCE + TAG)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch {
    return null;
  }
}
