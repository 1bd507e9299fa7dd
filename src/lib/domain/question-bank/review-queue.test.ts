import { describe, expect, it } from 'vitest';
import { groupByItem, queueGroup, stemBeginning, type QueueRow } from './review-queue.ts';

const row: QueueRow = {
  versionId: 'v',
  itemId: 'i',
  externalId: 'P01',
  bankTitle: 'Practice',
  version: 2,
  status: 'in-review',
  stem: 'Which?',
  authors: 'Ana Müller',
  since: new Date('2026-12-01T08:00:00Z'),
  lintErrors: 0,
  lintWarnings: 0,
  openComments: 0,
  approvals: 0,
  isAuthor: false,
  hasApproved: false
};

describe('the review queue', () => {
  it.each<[string, Partial<QueueRow>, ReturnType<typeof queueGroup>]>([
    ['asks for my review of what others wrote', {}, 'for-me'],
    ['lets what I wrote wait for others', { isAuthor: true }, 'for-others'],
    ['lets what I approved wait for others', { hasApproved: true }, 'for-others'],
    ['gives back to me what I wrote', { status: 'changes-asked', isAuthor: true }, 'sent-back'],
    ['leaves out what is sent back to somebody else', { status: 'changes-asked' }, null],
    ['shows everybody what can be published', { status: 'approved' }, 'ready'],
    ['leaves drafts to their authors', { status: 'draft', isAuthor: true }, null]
  ])('%s', (_title, more, group) => {
    expect(queueGroup({ ...row, ...more })).toBe(group);
  });

  it('names an item in doubt once, with the versions that lean on the reference', () => {
    const cited = { referenceId: 'r', citationKey: 'chen2017', status: 'retracted', dueOn: null } as const;
    const item = { ...cited, itemId: 'i', externalId: 'P01', stem: 'Which?' };
    expect(
      groupByItem([
        { ...item, version: 1 },
        { ...item, version: 2 },
        { ...item, itemId: 'j', version: 1 }
      ]).map(({ itemId, versions }) => [itemId, versions])
    ).toEqual([
      ['i', [1, 2]],
      ['j', [1]]
    ]);
  });

  it('begins a stem on one line, without citation marks, cut at a word', () => {
    expect(stemBeginning('A patient\n\nis **not** seen.[@chen2017]')).toBe('A patient is not seen.');
    const long = stemBeginning('word '.repeat(60));
    expect(long.length).toBeLessThanOrEqual(142);
    expect(long).toMatch(/word …$/);
  });
});
