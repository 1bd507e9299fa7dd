import type { Executor } from '../../db/index.ts';
import { insertPart, updateRowsWritten, type Claimed } from './queries.ts';

/** Bytes of a piece: small beside the memory of an instance, large beside the cost of a row. */
const PIECE = 1_000_000;

/** Joins chunks of any size to pieces of about `PIECE` bytes; the last one is what is left. */
async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

type Keeping = {
  claimed: Claimed;
  chunks: AsyncIterable<Uint8Array>;
  /** Rows that went into the chunks so far. */
  rows: () => number;
  signal: AbortSignal;
};

/**
 * Keeps the file piece by piece, each with how far it is. `lost`: another maker has begun it anew; `cancelled`: who asked
 * for it wants it no more; `stopped`: the program ends.
 */
export async function keepParts(
  db: Executor,
  { claimed, chunks, rows, signal }: Keeping
): Promise<'whole' | 'lost' | 'cancelled' | 'stopped'> {
  let ordinal = 0;
  for await (const content of piecesOf(chunks)) {
    const held = await db.transaction(async (tx) => {
      const mine = await updateRowsWritten(tx, claimed, rows());
      if (mine && !mine.isCancelled) await insertPart(tx, { exportId: claimed.id, ordinal, content });
      return mine;
    });
    if (held === null) return 'lost';
    if (held.isCancelled) return 'cancelled';
    if (signal.aborted) return 'stopped';
    ordinal += 1;
  }
  return 'whole';
}
