import { createHash } from 'node:crypto';

/** What the table keeps of the token in a follow-up's link. */
export function hashFollowUpToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
