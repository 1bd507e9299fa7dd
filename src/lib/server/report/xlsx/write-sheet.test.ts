import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetCell, SheetColumn } from './sheet.ts';
import { readSheet, sheetXmlOf } from '../../../../../tests/support/read-sheet.ts';
import { writeSheet } from './write-sheet.ts';

const COLUMNS: SheetColumn[] = [
  { title: 'name', type: 'text' },
  { title: 'score', type: 'number' },
  { title: 'day', type: 'date' }
];

const written = async (rows: SheetCell[][], columns = COLUMNS) =>
  Buffer.concat(await Array.fromAsync(writeSheet(columns, [rows.slice(0, 2), rows.slice(2)])));

/** What spreadsheets, XML and their escapes treat specially, more often than chance would put it there. */
const hostile = fc
  .array(
    fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      "'",
      '<',
      '>',
      '&',
      '"',
      '\t',
      '\r',
      '\n',
      '\u0001',
      '\uFFFE',
      '_x0041_',
      '_',
      'x',
      'Ł',
      '王',
      ' '
    ),
    { minLength: 1, maxLength: 8 }
  )
  .map((signs) => signs.join(''));

describe('writing a sheet', () => {
  it('gives back the values and types that it was given', async () => {
    const rows = [
      ['=HYPERLINK("x")', -1.5, '2027-01-31'],
      [null, 0, null],
      ['O’Brien <Ł> & 王', null, '1900-03-01']
    ];
    const file = await written(rows);
    expect(readSheet(file)).toEqual([['name', 'score', 'day'], ...rows]);
    expect(sheetXmlOf(file)).toContain('<c r="C2" s="2"><v>46418</v></c>');
  });

  it('carries hostile text unharmed, and none of it as a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 20 }), async (texts) => {
        const file = await written(texts.map((text) => [text, null, null]));
        expect(
          readSheet(file)
            .slice(1)
            .map(([text]) => text)
        ).toEqual(texts);
        expect(sheetXmlOf(file)).not.toMatch(/<f[ >]|t="str"/);
      }),
      { numRuns: 50 }
    );
  });

  it('keeps white space that readers would take away', async () => {
    for (const text of [' a', 'a ', 'a  b', 'a\nb', '\t'])
      expect(sheetXmlOf(await written([[text, null, null]]))).toContain('<t xml:space="preserve">');
  });

  it('leaves a day that the calendar of sheets does not know as text', async () => {
    const rows = [
      [null, null, '1899-12-31'],
      [null, null, 'unknown']
    ];
    expect(readSheet(await written(rows)).slice(1)).toEqual(rows);
  });

  it('says in the cell that it was cut where a text is longer than a cell', async () => {
    const [, row] = readSheet(await written([['a'.repeat(40_000), null, null]]));
    const text = String(row?.[0]);
    expect(text).toHaveLength(32_767);
    expect(text).toMatch(/aaa \[cut: 40000 characters; the CSV holds them all\]$/);
  });

  it('is the same bytes each time, in pieces of bounded size, and keeps the header in sight', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`Person ${index}`, index, '2027-01-31']);
    const pieces = await Array.fromAsync(writeSheet(COLUMNS, [rows]));
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(200_000);
    expect(Buffer.concat(pieces).equals(await written(rows))).toBe(true);
    expect(sheetXmlOf(Buffer.concat(pieces))).toContain('state="frozen"');
  });

  it('names its columns beyond Z as spreadsheets do', async () => {
    const columns: SheetColumn[] = Array.from({ length: 703 }, (_, index) => ({
      title: `c${index}`,
      type: 'number'
    }));
    const xml = sheetXmlOf(await written([columns.map((_, index) => index)], columns));
    for (const place of ['Z2', 'AA2', 'AZ2', 'BA2', 'ZZ2', 'AAA2']) expect(xml).toContain(`<c r="${place}"`);
  });

  it('breaks behind the last row that a sheet can hold', async () => {
    const tooMany = function* () {
      const page: SheetCell[][] = Array.from({ length: 65_536 }, () => []);
      for (let pages = 0; pages < 16; pages += 1) yield page;
    };
    const drain = async () => {
      for await (const piece of writeSheet([], tooMany())) expect(piece.length).toBeGreaterThan(0);
    };
    await expect(drain()).rejects.toThrow('A sheet holds 1048575 rows; use CSV.');
  });

  it('is a zip file with the parts of a workbook, of which none refers to another file', async () => {
    const parts = unzipSync(await written([]));
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml'
    ]);
    expect(
      Object.values(parts)
        .map((part) => strFromU8(part))
        .join('')
    ).not.toContain('TargetMode');
  });
});
