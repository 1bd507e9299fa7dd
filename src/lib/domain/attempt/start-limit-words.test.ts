import { describe, expect, it } from 'vitest';
import { startLimitWords } from './start-limit-words.ts';

const asOf = new Date('2027-03-31T14:00:00Z');
const at = (time: string) => new Date(`2027-03-31T${time}:00Z`);
const running = { attemptId: 'a', nextPosition: 3 };

describe('the time, before the start', () => {
  it.each([
    ['nobody is timed', null, null, 'Not timed.'],
    [
      'the limit holds',
      { minutes: 40, asOf, wouldClose: at('14:40') },
      null,
      'Time limit 40 minutes. It starts when you press Start; begun now, it closes at 14:40 UTC.'
    ],
    [
      'a person has more',
      { minutes: 40, asOf, wouldClose: at('14:50') },
      null,
      'Time limit 40 minutes; you have 50. It starts when you press Start; begun now, it closes at 14:50 UTC.'
    ],
    [
      'a person has no limit',
      { minutes: 40, asOf, wouldClose: null },
      null,
      'Not timed for you; the time limit is 40 minutes for others.'
    ],
    [
      'an attempt is under way',
      { minutes: 40, asOf, wouldClose: at('14:40') },
      { ...running, closesAt: at('14:31') },
      'The time is running: your attempt closes at 14:31 UTC.'
    ],
    [
      'an attempt without a limit is under way',
      { minutes: 40, asOf, wouldClose: at('14:40') },
      { ...running, closesAt: null },
      'Not timed for you; the time limit is 40 minutes for others.'
    ]
  ])('where %s', (_case, limit, open, words) => {
    expect(startLimitWords({ limit, open })).toBe(words);
  });
});
