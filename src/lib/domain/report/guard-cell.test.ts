import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from './guard-cell.ts';

/** Strings that begin as formulas, guards and line breaks do, more often than chance would make them. */
const cell = fc
  .tuple(
    fc.stringMatching(/^'{0,3}$/),
    fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', '\r\n', 'ok', '"', ',', '王', 'Ł'),
    fc.string({ unit: 'grapheme' })
  )
  .map((parts) => parts.join(''));

describe('the formula guard', () => {
  it.each([
    ['=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM', "'@SUM"],
    ['\t=x', "'\t=x"],
    ['\r=x', "'\r=x"],
    ['\n=x', "'\n=x"],
    ["'=x", "''=x"],
    ["''=x", "'''=x"],
    ["'ok", "'ok"],
    ["O'Brien", "O'Brien"],
    ['a=b', 'a=b'],
    ['Παπαδόπουλος 王小明', 'Παπαδόπουλος 王小明'],
    ['', '']
  ])('turns %j into %j', (text, guarded) => {
    expect(guardCell(text)).toBe(guarded);
    expect(unguardCell(guarded)).toBe(text);
  });

  it('leaves no cell that begins like a formula, and can be taken off again', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(guardCell(text)).not.toMatch(/^[=+@\t\r\n-]/);
        expect(unguardCell(guardCell(text))).toBe(text);
      })
    );
  });
});
