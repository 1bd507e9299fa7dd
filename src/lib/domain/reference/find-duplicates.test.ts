import { describe, expect, it } from 'vitest';
import type { CslReference } from './csl-reference.ts';
import { findDuplicate, isDuplicate, isSameEntry } from './find-duplicates.ts';

const DOI = '10.1038/nature21349';
const PMID = '28102259';

const plainOurs: CslReference = {
  id: 'chen2017',
  type: 'article-journal',
  title: 'Elements of cancer immunity and the cancer–immune set point',
  author: [{ family: 'Chén', given: 'DS' }],
  issued: { 'date-parts': [[2017, 1]] }
};
const ours = { ...plainOurs, DOI, PMID };

describe('two references are one', () => {
  it.each<[string, CslReference, CslReference, string | null]>([
    [
      'by their DOI, whatever its case',
      ours,
      { ...plainOurs, DOI: '10.1038/NATURE21349', title: 'Other' },
      'DOI'
    ],
    ['by their PMID', ours, { ...plainOurs, PMID, title: 'Other' }, 'PMID'],
    [
      'by title, year and first author',
      ours,
      {
        ...plainOurs,
        title: 'Elements of Cancer Immunity, and the Cancer-Immune Set Point.',
        author: [{ family: 'Chen' }, { family: 'Mellman' }]
      },
      'title'
    ],
    ['not with another year', ours, { ...plainOurs, issued: { 'date-parts': [[2018]] } }, null],
    ['not with another first author', ours, { ...plainOurs, author: [{ family: 'Mellman' }] }, null],
    ['not with another title', ours, { ...plainOurs, title: 'Elements of cancer immunity' }, null],
    ['not with a DOI of its own, as a preprint has', ours, { ...plainOurs, DOI: '10.1101/123456' }, null],
    ['not with a PMID of its own', { ...plainOurs, PMID: '1' }, { ...plainOurs, PMID: '2' }, null],
    [
      'without authors and years, by the title alone',
      { id: 'a', type: 'webpage', title: 'NCCN Guidelines' },
      { id: 'b', type: 'webpage', title: 'NCCN guidelines' },
      'title'
    ]
  ])('%s', (_, one, other, expected) => {
    expect(isDuplicate(one, other)).toBe(expected);
    expect(isDuplicate(other, one)).toBe(expected);
  });

  it.each([
    ['with the same DOI and a mended title', ours, { ...ours, title: 'Another' }, true],
    ['with another DOI', { ...plainOurs, DOI }, { ...plainOurs, DOI: '10.1000/other' }, false],
    ['of another author', plainOurs, { ...plainOurs, author: [{ family: 'Mellman' }] }, false],
    [
      'with a mended title and no DOI',
      plainOurs,
      { ...plainOurs, title: 'Elements of cancer immunity' },
      true
    ],
    ['with a title of other words', plainOurs, { ...plainOurs, title: 'Pharmacists and warfarin' }, false],
    ['that got its DOI later', plainOurs, ours, true]
  ])('under one key, a record %s is the same entry: %#', (_, one, other, expected) => {
    expect(isSameEntry(one, other)).toBe(expected);
    expect(isSameEntry(other, one)).toBe(expected);
  });

  it('finds the first of many', () => {
    const held = [{ csl: { ...plainOurs, title: 'Other' } }, { csl: { ...plainOurs, DOI } }, { csl: ours }];
    expect(findDuplicate(ours, held)).toEqual({ held: held[1], by: 'DOI' });
    expect(findDuplicate(ours, [])).toBeNull();
  });
});
