import { BYTE_ORDER_MARK } from './write-csv.ts';

/** Bytes on their way, whoever makes them. */
export type Chunks = AsyncIterable<Uint8Array>;

/** Counts the rows that passed. */
export type Tally = { rows: number };

const [LF, CR, QUOTE] = [10, 13, 34];

/** The same bytes as a Buffer, whose searches run at gigabytes a second. */
const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines += 1;
  return lines;
}

/** Whether the end of some bytes lies between quotes, where their begin did or did not. */
function isQuotedAfter(bytes: Buffer, before: boolean): boolean {
  let isQuoted = before;
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) isQuoted = !isQuoted;
  return isQuoted;
}

/** A piece with CR before each line feed that ends a record, how many there were, and whether its end is in quotes. */
function endRecords(
  piece: Buffer,
  isBegunQuoted: boolean
): { made: Buffer; ends: number; isQuoted: boolean } {
  const made = Buffer.allocUnsafe(piece.length + linesIn(piece));
  let [length, from, seen, ends] = [0, 0, 0, 0];
  let isQuoted = isBegunQuoted;
  for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, end + 1)) {
    isQuoted = isQuotedAfter(piece.subarray(seen, end), isQuoted);
    seen = end;
    if (isQuoted) continue;
    length += piece.copy(made, length, from, end);
    made[length++] = CR;
    from = end;
    ends += 1;
  }
  length += piece.copy(made, length, from);
  return { made: made.subarray(0, length), ends, isQuoted: isQuotedAfter(piece.subarray(seen), isQuoted) };
}

/**
 * Records as COPY writes them, each with LF behind it, as RFC 4180 wants them, with CRLF. A line feed between quotes is
 * part of a cell and stays as it is. One pass over the bytes makes the records and counts them.
 */
async function* withCrlf(pieces: Chunks, tally: Tally): AsyncGenerator<Uint8Array, void, undefined> {
  let isBegunQuoted = false;
  for await (const piece of pieces) {
    const { made, ends, isQuoted } = endRecords(asBuffer(piece), isBegunQuoted);
    isBegunQuoted = isQuoted;
    tally.rows += ends;
    yield made;
  }
}

/** CSV: byte order mark and names of the columns, then the records. */
export async function* csvBytes(
  records: Chunks,
  columns: readonly string[],
  tally: Tally
): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(`${BYTE_ORDER_MARK}${columns.join(',')}\r\n`);
  yield* withCrlf(records, tally);
}

/** NDJSON: the lines as they come. */
export async function* ndjsonBytes(lines: Chunks, tally: Tally): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of lines) {
    tally.rows += linesIn(asBuffer(piece));
    yield piece;
  }
}
