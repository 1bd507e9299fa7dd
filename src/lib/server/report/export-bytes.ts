import { BYTE_ORDER_MARK } from './write-csv.ts';

/** Bytes on their way, whoever makes them. */
export type Chunks = AsyncIterable<Uint8Array>;

/** Counts the rows that passed. */
export type Tally = { rows: number };

const [LF, CR, QUOTE] = [10, 13, 34];

/** What leaves at once: enough that the cost of a write is spread over hundreds of rows. */
const PIECE = 65_536;

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines += 1;
  return lines;
}

/** The same bytes in larger pieces: a quick reader would otherwise get a row at a time. */
export async function* inPieces(chunks: Chunks): AsyncGenerator<Uint8Array, void, undefined> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    yield Buffer.concat(held, size);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held, size);
}

/**
 * Records as COPY writes them, each with LF behind it, as RFC 4180 wants them, with CRLF. A line feed between quotes is
 * part of a cell and stays as it is. The one pass over the bytes also counts the records.
 */
async function* withCrlf(records: Chunks, tally: Tally): AsyncGenerator<Uint8Array, void, undefined> {
  let isQuoted = false;
  for await (const piece of records) {
    const made = Buffer.allocUnsafe(piece.length + linesIn(piece));
    let length = 0;
    for (const byte of piece) {
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === LF && !isQuoted) {
        made[length++] = CR;
        tally.rows += 1;
      }
      made[length++] = byte;
    }
    yield made.subarray(0, length);
  }
}

/** CSV: byte order mark and names of the columns, then the records. */
export async function* csvBytes(
  records: Chunks,
  columns: readonly string[],
  tally: Tally
): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(`${BYTE_ORDER_MARK}${columns.join(',')}\r\n`);
  yield* withCrlf(inPieces(records), tally);
}

/** NDJSON: the lines as they come. */
export async function* ndjsonBytes(lines: Chunks, tally: Tally): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of inPieces(lines)) {
    tally.rows += linesIn(piece);
    yield piece;
  }
}
