/**
 * The columns of the completion report in their order, as its first record names them. `credit` is in credits, e.g. 0.5;
 * it is empty where nothing was claimed, and where the certificate was revoked (`revoked_on`).
 */
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
  'verification_code',
  'revoked_on'
] as const;

export type CompletionColumn = (typeof COMPLETION_COLUMNS)[number];
