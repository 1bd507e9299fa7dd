import type { Requirement } from './missing-requirements.ts';

export type CreditDecision =
  | { kind: 'award'; quarterCredits: number }
  | { kind: 'withhold'; missing: Requirement[] }
  | { kind: 'refuse-amount'; maximumQuarterCredits: number };

/**
 * Decides on a claim. Credit is what the learner claims, in steps of its rules up to the maximum, and only when every
 * requirement is met (cme-rules.md §1.3: documentation shows credit claimed, not the maximum).
 */
export function decideCredit(claim: {
  missing: Requirement[];
  claimedQuarterCredits: number;
  maximumQuarterCredits: number;
  stepQuarterCredits: number;
}): CreditDecision {
  const { missing, claimedQuarterCredits, maximumQuarterCredits, stepQuarterCredits } = claim;
  if (missing.length > 0) return { kind: 'withhold', missing };
  const isOffered =
    Number.isInteger(claimedQuarterCredits / stepQuarterCredits) &&
    claimedQuarterCredits > 0 &&
    claimedQuarterCredits <= maximumQuarterCredits;
  if (!isOffered) return { kind: 'refuse-amount', maximumQuarterCredits };
  return { kind: 'award', quarterCredits: claimedQuarterCredits };
}
