/** A UUID has 32 hexadecimal digits; the first 12 of version 7 are the milliseconds since 1970. */
const TIME_DIGITS = 12;

const write = (digits: string) =>
  [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20)
  ].join('-');

const timeDigits = (time: Date) => time.getTime().toString(16).padStart(TIME_DIGITS, '0');

/** How many random bytes an id takes; 74 of their bits stand in it. */
export const RANDOM_BYTES = 10;

/**
 * A UUID of version 7 (RFC 9562, 5.7): ids of later milliseconds are greater. Rows that are written together lie together
 * then, in an index as well as in a partition of their month. `random`: `RANDOM_BYTES` bytes that nobody can foresee.
 */
export function timeOrderedId(time: Date, random: Uint8Array): string {
  const bytes = Array.from(random.subarray(0, RANDOM_BYTES), (byte) =>
    byte.toString(16).padStart(2, '0')
  ).join('');
  const variant = '89ab'[(random[1] ?? 0) & 3] ?? '8';
  return write(`${timeDigits(time)}7${bytes.slice(0, 3)}${variant}${bytes.slice(5)}`);
}

/** Below every id of that millisecond, and above all of version 7 that are older: where a partition begins. */
export const leastIdOf = (time: Date): string => write(timeDigits(time).padEnd(32, '0'));
