import { sheetText } from './sheet-text.ts';
import type { SheetColumn } from './sheet.ts';
import { STYLE } from './workbook-parts.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const DEFAULT_WIDTH = { text: 20, number: 10, date: 12 } as const;

/** The letters of a column: A for the first, AA for the 27th. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function columnWidth({ width, type }: SheetColumn, index: number): string {
  const place = index + 1;
  return `<col min="${place}" max="${place}" width="${width ?? DEFAULT_WIDTH[type]}" customWidth="1"/>`;
}

/** Where readers would take white space away unless they are told not to. */
const LOSES_SPACE = /^\s|\s$|[\t\n\r]| {2}/;

/** A cell of text: nothing in it can be a formula, whatever it begins with. `place` is as in A1. */
export function textCell(place: string, text: string, style: number): string {
  const space = LOSES_SPACE.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${space}>${sheetText(text)}</t></is></c>`;
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
