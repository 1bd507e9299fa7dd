/** A completion as the admin's list shows it. Days are `YYYY-MM-DD`. */
export type CompletionRow = {
  id: string;
  completedOn: string;
  /** As printed on the certificate; where none was claimed yet, as in the profile. */
  name: string;
  profession: string;
  activityTitle: string;
  itemsCorrect: number;
  itemsTotal: number;
  /** Null: not claimed yet. */
  quarterCredits: number | null;
  certificateId: string | null;
};

/** What a filter finds: how many completions, and how many quarter credits were claimed for them. */
export type CompletionTotals = { completions: number; quarterCredits: number };
