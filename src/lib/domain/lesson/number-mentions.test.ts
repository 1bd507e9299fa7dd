import { describe, expect, it } from 'vitest';
import { mentionId, numberMentions } from './number-mentions.ts';
import { referenceUses } from './reference-uses.ts';
import { sectionReferences } from './section-references.ts';

const reference = (number: number, citationKey: string) => ({
  number,
  citationKey,
  csl: { id: citationKey, type: 'article-journal', title: citationKey },
  authorsTruncated: false,
  status: 'current' as const
});
const numbers = new Map([
  ['chen2017', 2],
  ['sharma2017', 3]
]);

describe('numberMentions', () => {
  it('counts the mentions of each reference in reading order', () => {
    expect(numberMentions(['sharma2017', 'chen2017', 'sharma2017'], numbers).map(mentionId)).toEqual([
      'cite-3-1',
      'cite-2-1',
      'cite-3-2'
    ]);
  });

  it('leaves out what is not in the list', () => {
    expect(numberMentions(['nobody1999'], numbers)).toEqual([]);
  });
});

describe('sectionReferences', () => {
  it('lists what the section cites, by number, each with a link back to every mention', () => {
    const mentions = numberMentions(['sharma2017', 'chen2017', 'sharma2017'], numbers);
    const list = [reference(1, 'bindea2013'), reference(2, 'chen2017'), reference(3, 'sharma2017')];
    expect(sectionReferences(mentions, list).map(({ number, backLinks }) => [number, backLinks])).toEqual([
      [2, [{ label: '1', href: '#cite-2-1' }]],
      [
        3,
        [
          { label: '1', href: '#cite-3-1' },
          { label: '2', href: '#cite-3-2' }
        ]
      ]
    ]);
  });
});

describe('referenceUses', () => {
  it('leads from a reference to the sections and practice questions that cite it', () => {
    const [entry] = referenceUses([reference(3, 'sharma2017')], {
      slug: 'an-activity',
      sections: [
        { citationKey: 'sharma2017', slug: 'overview', title: 'Overview' },
        { citationKey: 'chen2017', slug: 'summary', title: 'Summary' }
      ],
      practice: [{ citationKey: 'sharma2017', externalId: 'P01' }]
    });
    expect(entry?.backLinks).toEqual([
      { label: 'Overview', href: '/activities/an-activity/lesson/overview#cite-3-1' }
    ]);
    expect(entry?.questions).toEqual(['P01']);
  });
});
