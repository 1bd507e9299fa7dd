import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A sealed text: nonce and tag of AES-256-GCM, then the ciphertext. */
const NONCE = 12;
const TAG = 16;

/** What a box is locked with: a key of 32 bytes, and what the box is bound to, so that it opens nowhere else. */
type Lock = { key: Uint8Array; boundTo: string };

/** Encrypts bytes with AES-256-GCM. */
export function lockBox(plain: Uint8Array, { key, boundTo }: Lock): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
}

/** The bytes again, or null where the key is another one, the box is bound to something else or was changed. */
export function unlockBox(box: Uint8Array, { key, boundTo }: Lock): Uint8Array | null {
  if (box.length <= NONCE + TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(box.subarray(NONCE, NONCE + TAG));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(box.subarray(NONCE + TAG)), decipher.final()]));
  } catch {
    return null;
  }
}

/** The first byte of what is stored says how it was sealed. */
const OPEN = 0;
const UNDER_HKDF = 1;
const SALT = 16;

/** Whose secret it is, and what for, e.g. `authenticator-app 0189…`. `secret`: SIGNING_SECRET; null: none was set. */
type Owner = { secret: string | null; boundTo: string };

/** Each box has a key of its own. HKDF does: the secret is long and random, and is not stretched (RFC 5869). */
const keyFor = (secret: string, salt: Uint8Array) =>
  new Uint8Array(hkdfSync('sha256', secret, salt, 'footnote sealed secret', 32));

/**
 * Seals a secret so that it may stand in the database. Without SIGNING_SECRET it stands there as it is, behind a first
 * byte that says so: the start warns of that.
 */
export function seal(plain: Uint8Array, { secret, boundTo }: Owner): Uint8Array {
  if (secret === null) return Uint8Array.of(OPEN, ...plain);
  const salt = randomBytes(SALT);
  return Uint8Array.of(UNDER_HKDF, ...salt, ...lockBox(plain, { key: keyFor(secret, salt), boundTo }));
}

/** The secret again; null where SIGNING_SECRET is another one, or the bytes were changed or belong to another owner. */
export function unseal(sealed: Uint8Array, { secret, boundTo }: Owner): Uint8Array | null {
  const rest = sealed.subarray(1);
  if (sealed[0] === OPEN) return rest;
  if (sealed[0] !== UNDER_HKDF || secret === null) return null;
  return unlockBox(rest.subarray(SALT), { key: keyFor(secret, rest.subarray(0, SALT)), boundTo });
}
