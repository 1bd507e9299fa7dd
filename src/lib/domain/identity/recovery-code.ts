/** Letters and digits of Crockford's base 32: none of I, L, O and U, which are misread or spell words. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 24 signs of 5 bits: from 112 bits on a plain hash keeps what nobody could ever guess (ASVS 6.5.2). */
const LENGTH = 24;

/** As many codes as a person gets at once. */
export const RECOVERY_CODES = 10;

/** The random bytes that a code is made of: one a sign, of which 5 bits count. */
export const RECOVERY_CODE_BYTES = LENGTH;

/** A recovery code of 120 random bits, in groups of four that can be read out and typed. */
export function formatRecoveryCode(bytes: Uint8Array): string {
  const signs = [...bytes].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  return signs.match(/.{4}/g)?.join('-') ?? '';
}

/** A recovery code as it was typed, in its one form; null: it cannot be one. Case, blanks and hyphens do not matter. */
export function readRecoveryCode(typed: string): string | null {
  const read = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const isCode = read.length === LENGTH && [...read].every((sign) => SIGNS.includes(sign));
  return isCode ? (read.match(/.{4}/g)?.join('-') ?? null) : null;
}
