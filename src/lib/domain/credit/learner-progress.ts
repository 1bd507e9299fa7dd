/** Where a learner stands with one form, e.g. the pre-test. */
export type FormProgress = {
  /** Attempts begun, the open one counted in. */
  attemptsUsed: number;
  /** Null: as many as the learner likes. */
  maxAttempts: number | null;
  /** The attempt under way. `nextPosition` is its first item without a response; null: all have one. */
  open: { attemptId: string; nextPosition: number | null } | null;
  lastSubmittedAttemptId: string | null;
};

/** Where a learner stands in an activity version, step by step. */
export type LearnerProgress = {
  slug: string;
  title: string;
  /** Null: the activity has no pre-test. */
  preTest: (FormProgress & { required: boolean }) | null;
  lesson: {
    sectionsTotal: number;
    sectionsOpened: number;
    /** The first section that was not opened yet; null: all were. */
    nextSection: { slug: string; title: string } | null;
  };
  assessment: FormProgress & { passedAttemptId: string | null };
  evaluationSubmitted: boolean;
  /** `YYYY-MM-DD`, UTC; null: requirements are missing. */
  completedOn: string | null;
  /** Credit that was claimed, in quarter credits, with which the certificate was issued; null: none yet. */
  quarterCredits: number | null;
};
