import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal digits. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A short name for what a JSON value says: 128 bits, the last part of a public address. */
export function contentId(value: unknown): string {
  return sha256Hex(JSON.stringify(value)).slice(0, 32);
}
