/** The columns of the completion report in their order, as its first record names them. `credit` is in credits, e.g. 0.5. */
export const COMPLETION_COLUMNS = [
  'completion_id',
  'completed_on',
  'given_name',
  'family_name',
  'credentials',
  'name_on_certificate',
  'email',
  'profession',
  'specialty',
  'country',
  'npi',
  'activity',
  'activity_title',
  'activity_version',
  'items_correct',
  'items_total',
  'credit',
  'claimed_on',
  'certificate_id',
  'verification_code'
] as const;

export type CompletionColumn = (typeof COMPLETION_COLUMNS)[number];
