import { createHash } from 'node:crypto';

/** What the table keeps of a regulator's token. */
export function hashGrantToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
