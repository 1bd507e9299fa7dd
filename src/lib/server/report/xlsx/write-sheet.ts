import { strToU8 } from 'fflate';
import { openGrowingZip } from './growing-zip.ts';
import { rowWriter, SHEET_FOOT, sheetHead } from './sheet-xml.ts';
import { MOST_RECORDS, SheetTooLarge, type SheetCell, type SheetColumn } from './sheet.ts';
import { SHEET_PATH, workbookParts } from './workbook-parts.ts';

/** How much XML is packed at once. */
const PIECE = 65_536;

/** Beyond this a part needs zip64, which not every reader knows. */
const MOST_BYTES = 0xff_ff_ff_ff;

/** The XML of the sheet in pieces of about the same size, whatever the size of a row. */
async function* sheetPieces(
  columns: SheetColumn[],
  rows: AsyncIterable<SheetCell[]> | Iterable<SheetCell[]>
): AsyncGenerator<Uint8Array, void, undefined> {
  const writeRow = rowWriter(columns);
  let xml = sheetHead(columns);
  let written = 0;
  for await (const cells of rows) {
    written += 1;
    if (written > MOST_RECORDS) throw new SheetTooLarge(`A sheet holds ${MOST_RECORDS} rows; use CSV.`);
    xml += writeRow(written + 1, cells);
    if (xml.length < PIECE) continue;
    yield strToU8(xml);
    xml = '';
  }
  yield strToU8(xml + SHEET_FOOT);
}

/**
 * A workbook (XLSX) of one sheet, in pieces as its rows come: memory holds one piece, however many rows there are. Text
 * is text, numbers are numbers, days are days, and no cell is a formula; the header row is in bold and stays in sight.
 * The same rows are the same bytes, everywhere. Throws `SheetTooLarge` behind the last row that a sheet can hold.
 */
export async function* writeSheet(
  columns: SheetColumn[],
  rows: AsyncIterable<SheetCell[]> | Iterable<SheetCell[]>
): AsyncGenerator<Uint8Array, void, undefined> {
  const zip = openGrowingZip();
  for (const [path, xml] of workbookParts('Report')) zip.add(path).push(strToU8(xml), true);
  const sheet = zip.add(SHEET_PATH);
  let size = 0;
  for await (const piece of sheetPieces(columns, rows)) {
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
