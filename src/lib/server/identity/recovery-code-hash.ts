import { createHash } from 'node:crypto';

/** What is kept of a recovery code. It has 120 random bits: a quick hash does, and no salt is needed. */
export function hashRecoveryCode(code: string): Uint8Array {
  return createHash('sha256').update(code).digest();
}
