import { createHash } from 'node:crypto';

/** The SHA-256 of a file in pieces, in hexadecimal. */
export async function hashFile(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
