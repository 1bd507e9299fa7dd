/** What a claim has come to, or what it would print. */
export type ClaimView = {
  /** Null: nothing was claimed yet. */
  certificateId: string | null;
  /** Name and kind of the document to come; null where the person has no profile to print. */
  preview: { holder: string; heading: string } | null;
};
