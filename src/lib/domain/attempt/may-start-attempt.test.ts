import { describe, expect, it } from 'vitest';
import { attemptsLeft, mayStartAttempt, type AttemptStanding } from './may-start-attempt.ts';

const standing: AttemptStanding = {
  kind: 'assessment',
  maxAttempts: 3,
  submittedAttempts: 0,
  passed: false,
  pretestOwed: false,
  availability: 'open'
};

const problemOf = (change: Partial<AttemptStanding>) => {
  const answer = mayStartAttempt({ ...standing, ...change });
  return answer.ok ? null : answer.problem;
};

describe('mayStartAttempt', () => {
  it('lets a third attempt begin, and no fourth', () => {
    expect(problemOf({ submittedAttempts: 2 })).toBeNull();
    expect(problemOf({ submittedAttempts: 3 })).toBe('no-attempts-left');
  });

  it('starts no further assessment after a pass, but practice', () => {
    expect(problemOf({ submittedAttempts: 1, passed: true })).toBe('already-passed');
    expect(
      problemOf({ kind: 'practice', maxAttempts: null, submittedAttempts: 40, passed: true })
    ).toBeNull();
  });

  it('asks for the pre-test before practice and assessment, never before itself', () => {
    expect(problemOf({ pretestOwed: true })).toBe('pretest-first');
    expect(problemOf({ kind: 'practice', maxAttempts: null, pretestOwed: true })).toBe('pretest-first');
    expect(problemOf({ kind: 'pre-test', maxAttempts: 1, pretestOwed: true })).toBeNull();
  });

  it('gives one pre-test alone', () => {
    expect(problemOf({ kind: 'pre-test', maxAttempts: 1, submittedAttempts: 1 })).toBe('no-attempts-left');
  });

  it('closes pre-test and assessment after the expiry date, and leaves practice open without a pre-test', () => {
    expect(problemOf({ availability: 'closed-for-credit' })).toBe('closed-for-credit');
    expect(problemOf({ kind: 'pre-test', availability: 'closed-for-credit' })).toBe('closed-for-credit');
    const practice = { kind: 'practice', maxAttempts: null, pretestOwed: true } as const;
    expect(problemOf({ ...practice, availability: 'closed-for-credit' })).toBeNull();
  });

  it('starts nothing before the release date', () => {
    for (const kind of ['pre-test', 'practice', 'assessment'] as const) {
      expect(problemOf({ kind, availability: 'upcoming' })).toBe('not-yet-open');
    }
  });
});

describe('attemptsLeft', () => {
  it('never falls below none, and has no number where there is no limit', () => {
    expect(attemptsLeft({ maxAttempts: 3, submittedAttempts: 1 })).toBe(2);
    expect(attemptsLeft({ maxAttempts: 1, submittedAttempts: 2 })).toBe(0);
    expect(attemptsLeft({ maxAttempts: null, submittedAttempts: 9 })).toBeNull();
  });
});
