import { excelDay } from './excel-day.ts';
import { sheetText } from './sheet-text.ts';
import type { SheetCell, SheetColumn } from './sheet.ts';
import { STYLE } from './workbook-parts.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const DEFAULT_WIDTH = { text: 20, number: 10, date: 12 } as const;

/** The letters of a column: A for the first, AA for the 27th. */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function columnWidth({ width, type }: SheetColumn, index: number): string {
  const place = index + 1;
  return `<col min="${place}" max="${place}" width="${width ?? DEFAULT_WIDTH[type]}" customWidth="1"/>`;
}

/** Where readers would take white space away unless they are told not to. */
const LOSES_SPACE = /^\s|\s$|[\t\n\r]| {2}/;

function textCell(place: string, text: string, style: number): string {
  const space = LOSES_SPACE.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${space}>${sheetText(text)}</t></is></c>`;
}

function numberCell(place: string, value: number, style: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number that a sheet can hold.`);
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}

/** A cell that is typed: nothing in it can be a formula, whatever it begins with. */
function cellXml(place: string, type: SheetColumn['type'], value: SheetCell): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return numberCell(place, value, STYLE.plain);
  const day = type === 'date' ? excelDay(value) : null;
  return day === null ? textCell(place, value, STYLE.text) : numberCell(place, day, STYLE.date);
}

/** Everything before the first row: the header stays in sight while one scrolls, and columns are as wide as needed. */
export function sheetHead(columns: SheetColumn[]): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const titles = columns.map(({ title }, index) => textCell(`${columnLetters(index)}1`, title, STYLE.header));
  return (
    `${DECLARATION}<worksheet xmlns="${NAMESPACE}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<cols>${columns.map(columnWidth).join('')}</cols><sheetData><row r="1">${titles.join('')}</row>`
  );
}

export const SHEET_FOOT = '</sheetData></worksheet>';

/** Writes rows one after another; the place of a cell is in it, so that an empty one costs nothing. */
export function rowWriter(columns: SheetColumn[]): (number: number, cells: SheetCell[]) => string {
  const places = columns.map(({ type }, index) => ({ letters: columnLetters(index), type }));
  return (number, cells) => {
    let xml = `<row r="${number}">`;
    for (const [index, { letters, type }] of places.entries())
      xml += cellXml(letters + String(number), type, cells[index] ?? null);
    return `${xml}</row>`;
  };
}
