import type { AttemptState, FeedbackPolicy } from './assessment-kind.ts';

/**
 * Whether a learner may see key and rationales of an item. Promise 2 of the product: never before submission. An item
 * that also stands in an open form of the same person without immediate feedback (`isUnderTest`) stays closed, or one
 * window would be the crib of the other.
 */
export function feedbackIsDue(facts: {
  policy: FeedbackPolicy;
  state: AttemptState;
  isAnswered: boolean;
  isUnderTest: boolean;
}): boolean {
  if (facts.isUnderTest) return false;
  switch (facts.policy) {
    case 'none':
      return false;
    case 'after-each-item':
      return facts.isAnswered;
    case 'after-submission':
      return facts.state === 'submitted';
    default:
      return facts.policy satisfies never;
  }
}
