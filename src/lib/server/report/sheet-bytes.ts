import type { Chunks, Tally } from './export-bytes.ts';
import type { SheetCell, SheetColumn } from './xlsx/sheet.ts';
import { writeSheet } from './xlsx/write-sheet.ts';

/** A value of JSON as a cell. */
const toCell = (value: unknown): SheetCell =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

/** The lines, whole, of bytes that were cut anywhere: those that ended in each piece. */
async function* linesOf(chunks: Chunks): AsyncGenerator<string[], void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of chunks) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') throw new Error('The last row is not whole.');
}

function cellsOf(line: string): SheetCell[] {
  const values: unknown = JSON.parse(line);
  if (!Array.isArray(values)) throw new Error('A row of a sheet is an array.');
  return values.map(toCell);
}

/** Pages of rows, of which each is read when its turn comes: memory holds one, and a collection finds little to keep. */
async function* pagesOf(
  chunks: Chunks,
  tally: Tally
): AsyncGenerator<Iterable<SheetCell[]>, void, undefined> {
  for await (const lines of linesOf(chunks)) {
    yield lines.values().map(cellsOf);
    tally.rows += lines.length;
  }
}

/** A workbook of rows that come as arrays of JSON, a line each. */
export function sheetBytes(
  rows: Chunks,
  columns: SheetColumn[],
  tally: Tally
): AsyncGenerator<Uint8Array, void, undefined> {
  return writeSheet(columns, pagesOf(rows, tally));
}
