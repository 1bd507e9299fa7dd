import { strToU8 } from 'fflate';
import { openGrowingZip } from './growing-zip.ts';
import { rowWriter } from './row-xml.ts';
import { SHEET_FOOT, sheetHead } from './sheet-xml.ts';
import { MOST_RECORDS, SheetTooLarge, type SheetColumn, type SheetPages } from './sheet.ts';
import { SHEET_PATH, workbookParts } from './workbook-parts.ts';
import { addAscii, addText, openPiece } from './xml-piece.ts';

/** How much XML is packed at once. */
const PIECE = 65_536;

/** Beyond this a part needs zip64, which not every reader knows. */
const MOST_BYTES = 0xff_ff_ff_ff;

/** The XML of the sheet in pieces of about the same size, whatever the size of a row: each until the next is asked for. */
async function* sheetPieces(
  columns: SheetColumn[],
  pages: SheetPages
): AsyncGenerator<Uint8Array, void, undefined> {
  const addRow = rowWriter(columns);
  const piece = openPiece(2 * PIECE);
  addText(piece, sheetHead(columns));
  let written = 0;
  for await (const page of pages) {
    for (const cells of page) {
      written += 1;
      if (written > MOST_RECORDS) throw new SheetTooLarge(`A sheet holds ${MOST_RECORDS} rows; use CSV.`);
      addRow(piece, written + 1, cells);
      if (piece.length < PIECE) continue;
      yield piece.bytes.subarray(0, piece.length);
      piece.length = 0;
    }
  }
  addAscii(piece, SHEET_FOOT);
  yield piece.bytes.subarray(0, piece.length);
}

/**
 * A workbook (XLSX) of one sheet, in pieces as its rows come: memory holds one piece, however many rows there are. Text
 * is text, numbers are numbers, days are days, and no cell is a formula; the header row is in bold and stays in sight.
 * The same rows are the same bytes, everywhere. Throws `SheetTooLarge` behind the last row that a sheet can hold.
 */
export async function* writeSheet(
  columns: SheetColumn[],
  pages: SheetPages
): AsyncGenerator<Uint8Array, void, undefined> {
  const zip = openGrowingZip();
  for (const [path, xml] of workbookParts('Report')) zip.add(path).push(strToU8(xml), true);
  const sheet = zip.add(SHEET_PATH);
  let size = 0;
  for await (const piece of sheetPieces(columns, pages)) {
    size += piece.length;
    if (size > MOST_BYTES) throw new SheetTooLarge('The sheet is larger than 4 GB; use CSV.');
    sheet.push(piece);
    const packed = zip.take();
    if (packed.length > 0) yield packed;
  }
  sheet.push(new Uint8Array(0), true);
  zip.end();
  yield zip.take();
}
