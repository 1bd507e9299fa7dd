import type { PublicationBlockers } from './publication-blockers.ts';

/** Why a step in the life of an item version was not taken. */
export type ReviewProblem =
  | { kind: 'no-such-version' }
  | { kind: 'no-such-item' }
  | { kind: 'wrong-state' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'own-item' }
  | { kind: 'already-approved' }
  | { kind: 'already-live' }
  | { kind: 'not-live' }
  | { kind: 'under-review' }
  | { kind: 'nothing-said' }
  | { kind: 'too-few-approvals'; left: number }
  | ({ kind: 'not-whole' } & PublicationBlockers);

const CHANGED =
  'Somebody changed this item since you opened the page, so nothing was done. Look at it again.';

const MESSAGES: Record<Exclude<ReviewProblem['kind'], 'too-few-approvals' | 'not-whole'>, string> = {
  'no-such-version': CHANGED,
  'no-such-item': CHANGED,
  'wrong-state': 'In its present state this cannot be done to the item. Somebody may have been faster.',
  'changed-meanwhile': CHANGED,
  'own-item': 'You wrote in this version, so someone else approves it.',
  'already-approved': 'You approved this version already.',
  'already-live': 'This version is live already.',
  'not-live': 'No version of this item is live, so there is nothing to retire.',
  'under-review': 'This version is under review. Withdraw it first, or ask for changes.',
  'nothing-said': 'Say what is to change: write a note, or a comment at the place itself.'
};

/** A problem as a sentence. What is missing (`not-whole`) is listed apart. */
export function reviewProblemInWords(problem: ReviewProblem): string {
  switch (problem.kind) {
    case 'too-few-approvals':
      return problem.left === 1
        ? 'One more approval by somebody who did not write in it is needed first.'
        : `${problem.left} more approvals by people who did not write in it are needed first.`;
    case 'not-whole':
      return 'The item is not whole yet. Mend what is listed, then try again.';
    default:
      return MESSAGES[problem.kind];
  }
}
