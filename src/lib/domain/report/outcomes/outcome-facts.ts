import type { CommitmentStatus } from '../../evaluation/commitment-status.ts';
import type { PairedSums } from './paired-score.ts';

/** Learners by how they answered an item before and its partner after: right both times, wrong then right, … */
export type PairCells = { both: number; learned: number; lost: number; neither: number };

/** An item of the pre-test and its partner in the assessment, by the ids that educators see. */
export type ItemPairFacts = PairCells & { before: string; after: string; stem: string; objective: string };

/** `items`: of the pre-test. */
export type ObjectiveFacts = { code: string; wording: string; items: number; sums: PairedSums };

/** How many people came so far; reading the lesson is not recorded. */
export type FunnelFacts = {
  preTestStarted: number;
  preTestSubmitted: number;
  assessmentStarted: number;
  passed: number;
  evaluated: number;
  certified: number;
};

/** `committed`: learners with at least one commitment. `ownWords`: commitments that were written, not chosen. */
export type CommitmentFacts = {
  committed: number;
  ownWords: number;
  options: { label: string; learners: number }[];
};

export type FollowUpFacts = {
  days: number;
  sent: number;
  answered: number;
  statuses: Partial<Record<CommitmentStatus, number>>;
  itemsAnswered: number;
  itemsCorrect: number;
};

/**
 * What was counted of an activity version, before anything is held back or inferred. Only first attempts that were handed
 * in, and only pairs in which the pre-test came before the assessment.
 */
export type OutcomeFacts = {
  matched: number;
  before: number;
  after: number;
  score: PairedSums;
  /** Matched learners who had everything right before: they had nothing to gain. */
  atCeiling: number;
  items: ItemPairFacts[];
  /** Items of the pre-test that have no partner; they count in the scores, against the items of their objective. */
  unpaired: string[];
  objectives: ObjectiveFacts[];
  funnel: FunnelFacts;
  /** Completions by the Monday of their week, YYYY-MM-DD; weeks without any are left out. */
  weeks: { week: string; completions: number }[];
  commitments: CommitmentFacts;
  followUps: FollowUpFacts[];
};
