import { describe, expect, it } from 'vitest';
import { findReferences, pickableReference, referenceMarks, usesInWords } from './pickable-reference.ts';

const stored = (citationKey: string, family: string, title = 'On immunity') =>
  pickableReference({
    citationKey,
    csl: {
      ...{ id: citationKey, type: 'article-journal', title, 'container-title-short': 'Immunity' },
      author: [
        { family, given: 'A' },
        { family: 'Roth', given: 'B' },
        { family: 'Third', given: 'C' }
      ],
      issued: { 'date-parts': [[2017]] }
    },
    ...{ authorsTruncated: false, evidenceLevel: 'systematic-review', status: 'current' }
  });

describe('a reference in the citation picker', () => {
  it('is named by two authors and the year', () => {
    expect(stored('chen2017', 'Chen')).toMatchObject({
      ...{ label: 'Chen A, Roth B, et al. 2017', work: 'Immunity', evidence: 'systematic review' }
    });
    const bare = { id: 'x', type: 'book', title: 'A book' };
    const row = { csl: bare, authorsTruncated: false, evidenceLevel: '', status: 'current' } as const;
    expect(pickableReference({ citationKey: 'x1', ...row }).label).toBe('x1');
  });

  it('is found by author, year, title and key, without accents, those of the list first', () => {
    const all = [
      stored('muller2017', 'Müller'),
      { ...stored('chen2017', 'Chen', 'Tumor immunity'), number: 2 },
      { ...stored('ott2017', 'Ott'), number: 1 }
    ];
    const keys = (search: string) => findReferences(all, search).map(({ citationKey }) => citationKey);
    expect(keys('')).toEqual(['ott2017', 'chen2017', 'muller2017']);
    expect(keys('MULLER 2017')).toEqual(['muller2017']);
    expect(keys('tumor chen')).toEqual(['chen2017']);
    expect(keys('tumor ott')).toEqual([]);
  });

  it('shows what is to be known before it is cited', () => {
    const retracted = { ...stored('x', 'X'), status: 'retracted', items: 1, sections: 2 } as const;
    expect(referenceMarks(retracted)).toEqual(['Retracted', 'systematic review']);
    expect(usesInWords(retracted)).toBe('Used in 1 item, 2 sections');
    expect(usesInWords(stored('y', 'Y'))).toBe('Not used yet');
  });
});
