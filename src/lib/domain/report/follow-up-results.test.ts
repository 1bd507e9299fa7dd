import { describe, expect, it } from 'vitest';
import { followUpResult, type FollowUpCounts } from './follow-up-results.ts';

const counts: FollowUpCounts = {
  activityTitle: 'Resistance',
  version: '0.1.0',
  days: 60,
  sent: 40,
  answered: 20,
  statuses: { made: 11, partly: 6, 'not-yet': 7 },
  itemsAnswered: 60,
  itemsCorrect: 41
};

const countOf = (given: Partial<FollowUpCounts>, id: string) =>
  followUpResult({ ...counts, ...given }).statuses.find((status) => status.id === id)?.count;

describe('results of follow-ups', () => {
  it('show what twenty people said', () => {
    expect(followUpResult(counts)).toEqual({
      activityTitle: 'Resistance',
      version: '0.1.0',
      days: 60,
      sent: 40,
      answered: 20,
      statuses: [
        { id: 'made', count: 11 },
        { id: 'partly', count: 6 },
        { id: 'not-yet', count: 7 },
        { id: 'given-up', count: 0 }
      ],
      itemsCorrectPercent: 68
    });
  });

  it('show nothing of what four people said', () => {
    const result = followUpResult({ ...counts, answered: 4, statuses: { made: 4 }, itemsAnswered: 12 });
    expect(result).toMatchObject({ answered: null, itemsCorrectPercent: null });
    expect(result.statuses.every(({ count }) => count === null)).toBe(true);
  });

  it('hold back a number below five, and another one from which it could be worked out', () => {
    const statuses = { made: 11, partly: 6, 'not-yet': 3 };
    expect(countOf({ statuses }, 'not-yet')).toBeNull();
    expect(countOf({ statuses }, 'partly')).toBeNull();
    expect(countOf({ statuses }, 'made')).toBe(11);
  });

  it('hold back only the small ones where there are two', () => {
    const statuses = { made: 11, partly: 2, 'not-yet': 3 };
    expect(countOf({ statuses }, 'partly')).toBeNull();
    expect(countOf({ statuses }, 'not-yet')).toBeNull();
    expect(countOf({ statuses }, 'made')).toBe(11);
  });
});
