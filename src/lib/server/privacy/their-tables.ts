/** Where the rows of a table that tell of a person go: into a file of the export, or nowhere, and why. */
type InExport = { file: string } | { leftOut: string };

/** What erasure does with them. `blanked`: the row stays, what tells who it was is taken out (erasure-queries.ts). */
type WhenErased = 'removed' | 'blanked' | 'kept';

/** A table whose rows belong to a person, and how they are found: by a column of its own, or through another such table. */
export type TheirTable = InExport & {
  table: string;
  column: string;
  /** The table whose `id` the column names; without it the column names the person. */
  through?: string;
  whenErased: WhenErased;
};

const SECRET =
  'It is a one-way hash or a sealed secret of a way to sign in: worth nothing to read, and much to steal.';
const SHORT = 'It lives for minutes while a sign-in is under way.';
const COPY = 'It is a copy of what stands in the other files.';

/**
 * Every table whose rows are a person's, in the order in which erasure removes them. A test compares this list with the
 * foreign keys of the database: a table that is not named here or in their-acts.ts fails it.
 */
export const THEIR_TABLES: readonly TheirTable[] = [
  // Ways to sign in
  { table: 'sessions', column: 'person_id', file: 'sessions', whenErased: 'removed' },
  { table: 'pending_sign_ins', column: 'person_id', leftOut: SHORT, whenErased: 'removed' },
  { table: 'account_links', column: 'person_id', leftOut: SHORT, whenErased: 'removed' },
  { table: 'passkey_challenges', column: 'person_id', leftOut: SHORT, whenErased: 'removed' },
  { table: 'institution_sign_ins', column: 'person_id', leftOut: SHORT, whenErased: 'removed' },
  { table: 'passkeys', column: 'person_id', file: 'passkeys', whenErased: 'removed' },
  { table: 'authenticator_apps', column: 'person_id', leftOut: SECRET, whenErased: 'removed' },
  { table: 'recovery_codes', column: 'person_id', leftOut: SECRET, whenErased: 'removed' },
  { table: 'institution_identities', column: 'person_id', file: 'institutions', whenErased: 'removed' },
  { table: 'api_tokens', column: 'owner_id', file: 'api-tokens', whenErased: 'removed' },

  // Who they are
  { table: 'people', column: 'id', file: 'account', whenErased: 'blanked' },
  { table: 'profiles', column: 'person_id', file: 'profile', whenErased: 'blanked' },
  { table: 'institution_roles', column: 'person_id', leftOut: COPY, whenErased: 'removed' },
  { table: 'person_roles', column: 'person_id', file: 'roles', whenErased: 'removed' },
  { table: 'reporting_identifiers', column: 'person_id', file: 'identifiers', whenErased: 'removed' },
  { table: 'outbox_messages', column: 'person_id', file: 'letters', whenErased: 'removed' },
  { table: 'mail_preferences', column: 'person_id', file: 'mail-preferences', whenErased: 'removed' },

  // What they learned
  { table: 'section_progress', column: 'person_id', file: 'sections-read', whenErased: 'kept' },
  { table: 'accommodations', column: 'person_id', file: 'accommodations', whenErased: 'removed' },
  { table: 'attempts', column: 'person_id', file: 'attempts', whenErased: 'kept' },
  {
    table: 'attempt_items',
    column: 'attempt_id',
    through: 'attempts',
    file: 'responses',
    whenErased: 'blanked'
  },
  { table: 'responses', column: 'attempt_id', through: 'attempts', file: 'responses', whenErased: 'kept' },
  {
    table: 'regrade_changes',
    column: 'attempt_id',
    through: 'attempts',
    leftOut:
      'It holds the same score as the attempt, before and after a regrade; the evidence of the completion shows it.',
    whenErased: 'kept'
  },
  { table: 'evaluations', column: 'person_id', file: 'evaluations', whenErased: 'blanked' },
  { table: 'follow_ups', column: 'person_id', file: 'follow-ups', whenErased: 'blanked' },
  {
    table: 'follow_up_commitments',
    column: 'follow_up_id',
    through: 'follow_ups',
    file: 'follow-up-commitments',
    whenErased: 'blanked'
  },
  {
    table: 'follow_up_items',
    column: 'follow_up_id',
    through: 'follow_ups',
    file: 'follow-up-responses',
    whenErased: 'kept'
  },
  {
    table: 'follow_up_responses',
    column: 'follow_up_id',
    through: 'follow_ups',
    file: 'follow-up-responses',
    whenErased: 'kept'
  },

  // What they earned
  { table: 'completions', column: 'person_id', file: 'completions', whenErased: 'kept' },
  { table: 'completion_summaries', column: 'person_id', leftOut: COPY, whenErased: 'blanked' },
  { table: 'credits', column: 'person_id', file: 'credits', whenErased: 'blanked' },
  { table: 'certificates', column: 'person_id', file: 'certificates', whenErased: 'blanked' },
  {
    table: 'certificate_revocations',
    column: 'certificate_id',
    through: 'certificates',
    file: 'certificates',
    whenErased: 'blanked'
  },
  {
    table: 'hidden_certificates',
    column: 'certificate_id',
    through: 'certificates',
    file: 'certificates',
    whenErased: 'kept'
  },
  {
    table: 'verification_grants',
    column: 'certificate_id',
    through: 'certificates',
    file: 'certificates-shown-to-regulators',
    whenErased: 'blanked'
  },
  {
    table: 'badges',
    column: 'certificate_id',
    through: 'certificates',
    file: 'badges',
    whenErased: 'blanked'
  },
  { table: 'reporting_permissions', column: 'person_id', file: 'permissions-to-report', whenErased: 'kept' },
  {
    table: 'report_standings',
    column: 'completion_id',
    through: 'completions',
    file: 'reports',
    whenErased: 'kept'
  },
  {
    table: 'report_submission_rows',
    column: 'completion_id',
    through: 'completions',
    file: 'reports',
    whenErased: 'blanked'
  },
  {
    table: 'report_answers',
    column: 'submission_id',
    leftOut: 'The state in the file of reports follows from it.',
    whenErased: 'blanked'
  },
  {
    table: 'external_credit_documents',
    column: 'external_credit_id',
    through: 'external_credits',
    file: 'credit-earned-elsewhere',
    whenErased: 'removed'
  },
  { table: 'external_credits', column: 'person_id', file: 'credit-earned-elsewhere', whenErased: 'removed' },
  { table: 'transcript_shares', column: 'person_id', file: 'transcript-links', whenErased: 'removed' },

  // What they set up as educators or admins
  { table: 'saved_views', column: 'owner_id', file: 'saved-views', whenErased: 'removed' },
  {
    table: 'report_schedule_recipients',
    column: 'person_id',
    file: 'scheduled-reports',
    whenErased: 'removed'
  },
  { table: 'activity_team', column: 'person_id', file: 'activity-teams', whenErased: 'removed' },
  {
    table: 'package_uploads',
    column: 'person_id',
    leftOut: 'It is a file that they hold themselves, kept for an hour between its check and its import.',
    whenErased: 'removed'
  },

  // What is kept of an erasure
  {
    table: 'erasures',
    column: 'person_id',
    leftOut: 'Whoever is erased has no account to ask from.',
    whenErased: 'kept'
  },
  {
    table: 'retained_credit_records',
    column: 'person_id',
    leftOut: 'Whoever is erased has no account to ask from.',
    whenErased: 'kept'
  }
];
