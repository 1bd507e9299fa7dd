/** Crockford's base 32: no I, L, O and U, so that a code survives being read aloud. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 26 × 5 = 130 bits: more than the 128 that ASVS 11.5.1 asks of an unguessable value. */
const LENGTH = 26;

/** Bytes of chance that a code needs: 130 bits, rounded up. */
export const CODE_BYTES = 17;

/** The sizes of the groups in which a code is printed. */
const GROUPS = [5, 5, 5, 5, 6];

/** Makes a code of the first 130 bits of `bytes`. Throws where there are fewer than `CODE_BYTES`. */
export function makeVerificationCode(bytes: Uint8Array): string {
  if (bytes.length < CODE_BYTES) throw new Error(`A verification code needs ${CODE_BYTES} bytes.`);
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: LENGTH }, (_, index) =>
    ALPHABET.charAt(Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2))
  ).join('');
}

/**
 * What a person typed, as it would be stored: capitals, without hyphens and spaces, O read as 0, I and L as 1. Null where
 * it cannot be a code.
 */
export function normaliseVerificationCode(typed: string): string | null {
  if (typed.length > 200) return null;
  const code = typed
    .replaceAll(/[\s\p{Dash}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return code.length === LENGTH && /^[0-9A-HJKMNP-TV-Z]+$/.test(code) ? code : null;
}

/** The code in groups, as it is printed: `0A1B2-C3D4E-…`. */
export function groupVerificationCode(code: string): string {
  let start = 0;
  return GROUPS.map((size) => code.slice(start, (start += size))).join('-');
}
