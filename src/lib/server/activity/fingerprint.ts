import { createHash } from 'node:crypto';

/**
 * Tells two states of a form's content apart: a page carries the one that it showed, and a save that began from another
 * one is refused, so that nobody writes over a colleague.
 */
export function fingerprintOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}
