/** Where a version stands, in a few words. */
export const ATTESTATION_WORDS = {
  demonstration: 'demonstration',
  missing: 'to be attested',
  stale: 'to be attested anew',
  attested: 'accredited'
} as const;
