import { describe, expect, it } from 'vitest';
import { startLimitWords } from './start-limit-words.ts';

const asOf = new Date('2027-03-31T14:00:00Z');
const at = (time: string) => new Date(`2027-03-31T${time}:00Z`);
const running = { attemptId: 'a', nextPosition: 3 };
const forty = { minutes: 40, asOf, wouldClose: at('14:40') };
const RUNS = 'It runs from the start: begun now, the assessment closes at';
const UNTIMED = 'Not timed for you; the time limit is 40 minutes for others.';

describe('the time, before the start', () => {
  it.each([
    ['nobody is timed', { limit: null }, 'Not timed.', null],
    ['the limit holds', { limit: forty }, `Time limit 40 minutes. ${RUNS}`, at('14:40')],
    [
      'a person has more',
      { limit: { ...forty, wouldClose: at('14:50') } },
      `Time limit 40 minutes; you have 50. ${RUNS}`,
      at('14:50')
    ],
    ['a person has no limit', { limit: { ...forty, wouldClose: null } }, UNTIMED, null],
    [
      'an attempt is under way',
      { limit: forty, open: { ...running, closesAt: at('14:31') } },
      'The time is running: your attempt closes at',
      at('14:31')
    ],
    [
      'an attempt without a limit is under way',
      { limit: forty, open: { ...running, closesAt: null } },
      UNTIMED,
      null
    ],
    [
      'the person has passed, and nothing can begin',
      { limit: forty, problem: 'already-passed' as const },
      'Time limit 40 minutes.',
      null
    ]
  ])('where %s', (_case, view, words, closesAt) => {
    expect(startLimitWords({ open: null, problem: null, ...view })).toEqual({ words, closesAt });
  });
});
