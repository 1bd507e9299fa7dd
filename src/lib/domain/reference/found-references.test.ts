import { describe, expect, it } from 'vitest';
import { foundInWords, isFoundReferences, pickFrom, resultsInWords, withFound } from './found-references.ts';
import { pickableReference } from './pickable-reference.ts';

const reference = (citationKey: string, title: string, number: number | null = null) => ({
  ...pickableReference({
    citationKey,
    csl: { id: citationKey, type: 'article-journal', title },
    ...{ authorsTruncated: false, evidenceLevel: '', status: 'current' }
  }),
  number
});

const own = reference('zou2020', 'Immunity in the liver', 1);
const first = reference('adams2001', 'Immunity at work');
const other = reference('miller2015', 'Immunity elsewhere');
const known = [own, first];
const answer = {
  search: 'immunity',
  references: [reference('adams2001', 'Immunity at work'), other],
  total: 40
};
const keysOf = (references: { citationKey: string }[]) => references.map(({ citationKey }) => citationKey);

describe('a search for a reference to cite', () => {
  it('moves nothing that is shown when the library answers; the own list stays first', () => {
    const before = pickFrom(known, { search: 'immunity', answer: 'asked' });
    expect(keysOf(before)).toEqual(['zou2020', 'adams2001']);
    const after = pickFrom(known, { search: 'immunity', answer });
    expect(keysOf(after)).toEqual(['zou2020', 'adams2001', 'miller2015']);
    expect(after[0]).toBe(own);
  });

  it('shows what the library found by words that the page does not know', () => {
    const found = { search: '10.1000/1', references: [other], total: 1 };
    expect(keysOf(pickFrom(known, { search: '10.1000/1', answer: found }))).toEqual(['miller2015']);
  });

  it('goes on finding what it found before, without the library', () => {
    const grown = withFound(known, answer);
    expect(keysOf(grown)).toEqual(['zou2020', 'adams2001', 'miller2015']);
    expect(keysOf(pickFrom(grown, { search: 'elsewhere', answer: 'unanswered' }))).toEqual(['miller2015']);
    expect(withFound(known, 'unanswered')).toBe(known);
  });

  it('says that nothing matches only when the library said so', () => {
    expect(foundInWords(0, { ...answer, references: [], total: 0 })).toMatch(/^No reference matches/);
    expect(foundInWords(0, 'asked')).toBe('Searching the library…');
    expect(foundInWords(0, 'unanswered')).toMatch(/does not answer/);
    expect(foundInWords(3, answer)).toBe('3 of 40 references. Add a word to narrow them down.');
    expect(foundInWords(1, { ...answer, total: 1 })).toBe('1 reference');
    expect(foundInWords(11, 'unasked')).toMatch(/^11 references/);
  });

  it('says without a script how many there are', () => {
    expect(resultsInWords({ ...answer, total: 2 })).toBe('2 references that match “immunity”');
    expect(resultsInWords(answer)).toBe('The first 2 of 40 references that match “immunity”');
    expect(resultsInWords({ search: 'x', references: [], total: 0 })).toMatch(/^No reference matches “x”/);
    expect(resultsInWords({ search: '', references: [other], total: 1 })).toBe('1 reference by key');
  });

  it('takes no other answer for that of the library', () => {
    expect(isFoundReferences(answer)).toBe(true);
    for (const wrong of [null, 'text', {}, { search: '', references: 'none', total: 0 }])
      expect(isFoundReferences(wrong)).toBe(false);
  });
});
