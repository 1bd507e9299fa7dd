import { describe, expect, it } from 'vitest';
import { feedbackIsDue } from './feedback-is-due.ts';

const facts = {
  policy: 'after-submission',
  state: 'in-progress',
  isAnswered: true,
  isUnderTest: false
} as const;

describe('feedbackIsDue', () => {
  it('comes with the answer in practice, and not before it, even when the attempt is closed', () => {
    const practice = { ...facts, policy: 'after-each-item' } as const;
    expect(feedbackIsDue(practice)).toBe(true);
    expect(feedbackIsDue({ ...practice, isAnswered: false })).toBe(false);
    expect(feedbackIsDue({ ...practice, isAnswered: false, state: 'submitted' })).toBe(false);
  });

  it('comes after submission in an assessment, for unanswered items too', () => {
    expect(feedbackIsDue(facts)).toBe(false);
    expect(feedbackIsDue({ ...facts, state: 'submitted' })).toBe(true);
    expect(feedbackIsDue({ ...facts, state: 'submitted', isAnswered: false })).toBe(true);
  });

  it('never comes in a pre-test', () => {
    expect(feedbackIsDue({ ...facts, policy: 'none', state: 'submitted' })).toBe(false);
  });

  it('is kept back while the item stands in another open form of the same person', () => {
    expect(feedbackIsDue({ ...facts, state: 'submitted', isUnderTest: true })).toBe(false);
    expect(feedbackIsDue({ ...facts, policy: 'after-each-item', isUnderTest: true })).toBe(false);
  });
});
