import { describe, expect, it } from 'vitest';
import { citationKeys } from './citation-marks.ts';
import { makeCitationKey } from './citation-key.ts';
import type { CslReference } from './csl-reference.ts';

const csl = (fields: Partial<CslReference>): CslReference => ({
  id: 'x',
  type: 'book',
  title: 'On Cells',
  ...fields
});
const in2017 = { issued: { 'date-parts': [[2017]] } };

describe('a citation key', () => {
  it.each([
    [{ author: [{ family: 'Sharma', given: 'P' }], ...in2017 }, 'sharma2017'],
    [{ author: [{ family: 'Müller-Bjørk' }], ...in2017 }, 'mullerbjork2017'],
    [{ author: [{ literal: 'World Health Organization' }], ...in2017 }, 'world2017'],
    [{ editor: [{ family: "O'Brien" }], ...in2017 }, 'obrien2017'],
    [{ author: [{ family: '王' }], ...in2017 }, 'cells2017'],
    [in2017, 'cells2017'],
    [{ author: [{ family: 'Sharma' }] }, 'sharma-nd']
  ])('of %j is %s', (fields, expected) => {
    expect(makeCitationKey(csl(fields), new Set())).toBe(expected);
  });

  it('gets a letter where it is taken', () => {
    const sharma = csl({ author: [{ family: 'Sharma' }], ...in2017 });
    const taken = new Set<string>();
    for (let count = 0; count < 28; count += 1) taken.add(makeCitationKey(sharma, taken));
    expect([...taken].slice(0, 3)).toEqual(['sharma2017', 'sharma2017a', 'sharma2017b']);
    expect([...taken].slice(-2)).toEqual(['sharma2017z', 'sharma2017aa']);
  });

  it('can stand in a citation mark', () => {
    for (const family of ['Sharma', 'van der Berg', '王', '']) {
      const key = makeCitationKey(csl({ author: [{ family }], ...in2017 }), new Set());
      expect(citationKeys(`Text [@${key}]`)).toEqual([key]);
    }
  });
});
