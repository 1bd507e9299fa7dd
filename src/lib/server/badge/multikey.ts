import { createPublicKey, type KeyObject } from 'node:crypto';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Longer than any key or signature that is read here; decoding takes time by the square of the length. */
const LONGEST = 200;

/** The bytes of a base58btc text (multibase prefix `z`), or null where it is none. */
export function decodeMultibase(text: string): Uint8Array | null {
  if (!text.startsWith('z') || text.length > LONGEST) return null;
  const bytes: number[] = [];
  for (const sign of text.slice(1)) {
    let carry = ALPHABET.indexOf(sign);
    if (carry < 0) return null;
    for (let index = 0; index < bytes.length; index += 1) {
      carry += (bytes[index] ?? 0) * 58;
      bytes[index] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
  }
  const zeros = /^1*/.exec(text.slice(1))?.[0].length ?? 0;
  return Uint8Array.from([...Array<number>(zeros).fill(0), ...bytes.reverse()]);
}

/** An Ed25519 public key written as Multikey (`z6Mk…`: 0xed01 and 32 bytes), or null. */
export function ed25519Key(multikey: string): KeyObject | null {
  const bytes = decodeMultibase(multikey);
  if (bytes?.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 0x01) return null;
  const x = Buffer.from(bytes.subarray(2)).toString('base64url');
  return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
}
