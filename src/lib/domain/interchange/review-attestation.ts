/** What an admin attests who takes a package over with its reviews (docs/decisions/0010-review-in-the-database.md). */
export const REVIEW_ATTESTATION =
  'I attest that the items which this package calls reviewed were reviewed by somebody who did not write them. Publish them at once; the others come in as drafts.';
