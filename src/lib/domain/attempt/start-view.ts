import type { AssessmentKind } from './assessment-kind.ts';
import type { StartProblem } from './may-start-attempt.ts';

/** What the page before an attempt says: the rules, where the learner stands, and what may be done next. */
export type StartView = {
  activity: {
    slug: string;
    title: string;
    expiryDate: string;
    releaseDate: string;
    estimatedMinutes: number;
    maximumQuarterCredits: number;
    isDemonstration: boolean;
  };
  kind: AssessmentKind;
  title: string;
  itemCount: number;
  itemsToPass: number | null;
  attemptsLeft: number | null;
  maxAttempts: number | null;
  /** The attempt under way. `nextPosition` is null where every item has a response. */
  open: { attemptId: string; nextPosition: number | null; closesAt: Date | null } | null;
  /**
   * The limit of the activity, and when an attempt that this person begins now (`asOf`) would close, null: never. Null:
   * nobody is timed.
   */
  limit: { minutes: number; asOf: Date; wouldClose: Date | null } | null;
  lastSubmittedAttemptId: string | null;
  passedAttemptId: string | null;
  /** Why no new attempt may start; null: it may. */
  problem: StartProblem | null;
};

/** What practice offers to choose from. */
export type PracticeChoices = {
  objectives: { code: string; wording: string }[];
  wrong: number;
  flagged: number;
};
