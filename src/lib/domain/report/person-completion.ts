/** What a person has completed, as an admin sees it. Days are `YYYY-MM-DD`. */
export type PersonCompletion = {
  id: string;
  completedOn: string;
  activityTitle: string;
  activityVersion: string;
  itemsCorrect: number;
  /** Without those that a regrade dropped. */
  itemsCounted: number;
  /** Null: not claimed yet. */
  quarterCredits: number | null;
  certificateId: string | null;
  /** Null: it holds. */
  revokedOn: string | null;
};
