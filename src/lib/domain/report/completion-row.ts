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
  /** The document that stands; a corrected one is not counted any more. */
  certificateId: string | null;
  /** Null: it holds. What was revoked counts in no total. */
  revokedOn: string | null;
};

/** What a filter finds: how many completions, and how many quarter credits count for them. */
export type CompletionTotals = { completions: number; quarterCredits: number };
