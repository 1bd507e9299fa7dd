/**
 * The columns of a file for which nothing else was chosen, in their order, as its first record names them. `credit` is in
 * credits, e.g. 0.5; it is empty where nothing was claimed, and where the certificate was revoked (`revoked_on`).
 * `items_total` are the items that count: what a regrade dropped does not.
 */
export const FILE_COLUMNS = [
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

/**
 * Every column that can be chosen, in the order in which a report shows those that are. `credit_type` is the name in the
 * rules of credit, `reporting` how it stands with each report, e.g. `abim-moc:rejected pars:accepted`.
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
  'licence_state',
  'licence_number',
  'activity',
  'activity_title',
  'activity_version',
  'score_percent',
  'items_correct',
  'items_total',
  'credit',
  'credit_type',
  'claimed_on',
  'certificate_id',
  'verification_code',
  'revoked_on',
  'reporting'
] as const;

export type CompletionColumn = (typeof COMPLETION_COLUMNS)[number];
