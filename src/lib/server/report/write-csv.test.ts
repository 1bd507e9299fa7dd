import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from '#lib/domain/report/guard-cell.ts';
import { writeCsv } from './write-csv.ts';

/** Text with what CSV and spreadsheets treat specially more often than chance would put it there. */
const cell = fc
  .array(
    fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '\r\n', '"', ',', ';', 'a', ' ', 'Ł', '王'),
    {
      maxLength: 8
    }
  )
  .map((signs) => signs.join(''));

describe('writing CSV', () => {
  it('gives back the original once it is parsed and the guard is taken off', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        const csv = writeCsv(rows.map((row) => row.map(guardCell)));
        const parsed: string[][] = parse(csv, { record_delimiter: '\r\n' });
        expect(parsed.map((row) => row.map(unguardCell))).toEqual(rows);
      })
    );
  });

  it('ends every record with CRLF, types numbers and leaves null empty', () => {
    expect(
      writeCsv([
        ['a', -1.5, null],
        ['say "x", please', 0, '']
      ])
    ).toBe('a,-1.5,\r\n"say ""x"", please",0,\r\n');
  });
});
