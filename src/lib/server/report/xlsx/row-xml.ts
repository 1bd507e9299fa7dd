import { excelDay } from './excel-day.ts';
import { columnLetters, textCell } from './sheet-xml.ts';
import type { SheetCell, SheetColumn } from './sheet.ts';
import { STYLE } from './workbook-parts.ts';
import { addAscii, addText, type XmlPiece } from './xml-piece.ts';

/** A column of rows that are written. */
type Column = { type: SheetColumn['type']; letters: string };

/** A cell to be written, with the number of its row. */
type PlacedCell = { column: Column; row: string };

const [SPACE, AMPERSAND, LESS, GREATER, UNDERSCORE, TILDE] = [32, 38, 60, 62, 95, 126];

/** Beyond this a text may be longer than a cell; `textCell` knows what to do then. */
const SHORT = 1_000;

/** Whether a text is its own XML, sign by sign, and keeps its white space without being told to: nearly all are and do. */
function isPlain(text: string): boolean {
  if (text.length > SHORT) return false;
  let before = SPACE;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign < SPACE || sign > TILDE || (sign === SPACE && before === SPACE)) return false;
    if (sign === AMPERSAND || sign === LESS || sign === GREATER || sign === UNDERSCORE) return false;
    before = sign;
  }
  return before !== SPACE;
}

function addBegin(piece: XmlPiece, { column, row }: PlacedCell): void {
  addAscii(piece, '<c r="');
  addAscii(piece, column.letters);
  addAscii(piece, row);
}

const PLAIN_TEXT = `" s="${STYLE.text}" t="inlineStr"><is><t>`;

function addTextCell(piece: XmlPiece, cell: PlacedCell, text: string): void {
  if (!isPlain(text)) {
    addText(piece, textCell(cell.column.letters + cell.row, text, STYLE.text));
    return;
  }
  addBegin(piece, cell);
  addAscii(piece, PLAIN_TEXT);
  addAscii(piece, text);
  addAscii(piece, '</t></is></c>');
}

const NUMBER = `" s="${STYLE.plain}"><v>`;
const DATE = `" s="${STYLE.date}"><v>`;

function addNumberCell(piece: XmlPiece, cell: PlacedCell, value: number, style = NUMBER): void {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number that a sheet can hold.`);
  addBegin(piece, cell);
  addAscii(piece, style);
  addAscii(piece, String(value));
  addAscii(piece, '</v></c>');
}

/** A cell that is typed by its column, and by what is in it. */
function addCell(piece: XmlPiece, cell: PlacedCell, value: SheetCell): void {
  if (value === null || value === '') return;
  if (typeof value === 'number') {
    addNumberCell(piece, cell, value);
    return;
  }
  const day = cell.column.type === 'date' ? excelDay(value) : null;
  if (day === null) addTextCell(piece, cell, value);
  else addNumberCell(piece, cell, day, DATE);
}

/** Adds rows one after another; the place of a cell is in it, so that an empty one costs nothing. */
export function rowWriter(
  columns: SheetColumn[]
): (piece: XmlPiece, number: number, cells: SheetCell[]) => void {
  const placed = columns.map(({ type }, index) => ({ type, letters: columnLetters(index) }));
  return (piece, number, cells) => {
    const row = String(number);
    addAscii(piece, `<row r="${row}">`);
    for (let index = 0; index < placed.length; index += 1) {
      const column = placed[index];
      if (column) addCell(piece, { column, row }, cells[index] ?? null);
    }
    addAscii(piece, '</row>');
  };
}
