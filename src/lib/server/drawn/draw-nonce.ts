import { randomFillSync } from 'node:crypto';

/** As many bytes as the framework draws for one. */
const BYTES = 16;

const drawn = Buffer.alloc(BYTES * 64);
let next = drawn.length;

/** A nonce for the policy of one answer. Random bytes are drawn for many at once: asking for them takes longer than they do. */
export function drawNonce(): string {
  if (next >= drawn.length) {
    randomFillSync(drawn);
    next = 0;
  }
  next += BYTES;
  return drawn.toString('base64', next - BYTES, next);
}
