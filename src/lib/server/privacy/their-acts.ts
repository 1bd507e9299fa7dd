/** A row that belongs to others or to the institution, and names who did something with it. */
export type Act = {
  table: string;
  column: string;
  /** What was done, in words for a list. */
  what: string;
  /** The column with its instant, and the one that names the row; where there is none, the list leaves it empty. */
  at?: string;
  id?: string;
};

const act = (table: string, column: string, what: string, rest: Pick<Act, 'at' | 'id'> = {}): Act => ({
  table,
  column,
  what,
  ...rest
});

/**
 * Every column that names who did something. The export lists them in one file; erasure leaves them, as the row of the
 * person is a pseudonym then: what was written and decided stays explained.
 */
export const THEIR_ACTS: readonly Act[] = [
  act('audit_events', 'actor_id', 'Log', { at: 'at', id: 'subject_id' }),
  act('activity_team', 'added_by', 'Added somebody to a team of an activity', { at: 'added_at' }),
  act('activity_editors', 'person_id', 'Edited an activity', { at: 'first_at', id: 'activity_version_id' }),
  act('activity_versions', 'updated_by', 'Saved an activity last', { at: 'updated_at', id: 'id' }),
  act('lesson_sections', 'updated_by', 'Saved a section last', { id: 'id' }),
  act('faculty_disclosures', 'person_id', 'Disclosed relationships', { id: 'activity_version_id' }),
  act('item_version_authors', 'person_id', 'Wrote in an item', { id: 'item_version_id' }),
  act('item_versions', 'created_by', 'Started a version of an item', { at: 'created_at', id: 'id' }),
  act('item_versions', 'updated_by', 'Saved an item last', { at: 'updated_at', id: 'id' }),
  act('item_approvals', 'approver_id', 'Approved an item', { at: 'approved_at', id: 'item_version_id' }),
  act('item_comments', 'author_id', 'Commented on an item', { at: 'created_at', id: 'id' }),
  act('item_comments', 'resolved_by', 'Resolved a comment', { at: 'resolved_at', id: 'id' }),
  act('item_kept_drafts', 'written_by', 'Wrote a draft that was replaced', { at: 'kept_at', id: 'id' }),
  act('item_lint_overrides', 'person_id', 'Set a finding aside', { at: 'created_at', id: 'item_version_id' }),
  act('bulk_changes', 'made_by', 'Changed many items', { at: 'made_at', id: 'id' }),
  act('bulk_changes', 'undone_by', 'Undid a change of many items', { at: 'undone_at', id: 'id' }),
  act('review_settings', 'updated_by', 'Changed how items are reviewed last', { at: 'updated_at' }),
  act('references', 'status_changed_by', 'Changed the status of a reference', {
    at: 'status_changed_at',
    id: 'id'
  }),
  act('references', 'checked_by', 'Checked a reference', { at: 'checked_at', id: 'id' }),
  act('reference_settings', 'updated_by', 'Changed settings of the library last', { at: 'updated_at' }),
  act('accommodations', 'granted_by', 'Granted an accommodation', { at: 'granted_at', id: 'id' }),
  act('accommodations', 'ended_by', 'Ended an accommodation', { at: 'ended_at', id: 'id' }),
  act('regrades', 'decided_by', 'Decided a regrade', { at: 'decided_at', id: 'id' }),
  act('regrades', 'undone_by', 'Undid a regrade', { at: 'undone_at', id: 'id' }),
  act('provider_versions', 'recorded_by', 'Recorded the provider', { at: 'recorded_at', id: 'id' }),
  act('credit_rules', 'created_by', 'Wrote a version of a credit rule', { at: 'created_at', id: 'id' }),
  act('accreditation_attestations', 'attested_by', 'Attested an accreditation', {
    at: 'attested_at',
    id: 'id'
  }),
  act('certificate_revocations', 'revoked_by', 'Revoked a certificate', {
    at: 'revoked_at',
    id: 'certificate_id'
  }),
  act('verification_grants', 'granted_by', 'Let a regulator see a certificate', {
    at: 'granted_at',
    id: 'certificate_id'
  }),
  act('mapping_versions', 'created_by', 'Wrote a version of a mapping', { at: 'created_at', id: 'id' }),
  act('report_submissions', 'created_by', 'Made a file for an accreditor', { at: 'created_at', id: 'id' }),
  act('report_answers', 'recorded_by', 'Recorded an answer of an accreditor', { at: 'answered_at' }),
  act('report_numbers', 'recorded_by', 'Recorded a number of an accreditor', { at: 'recorded_at' }),
  act('report_schedules', 'created_by', 'Scheduled a report', { at: 'created_at', id: 'id' }),
  act('report_exports', 'requested_by', 'Asked for an export', { at: 'created_at', id: 'id' }),
  act('erasures', 'requested_by', 'Asked for an erasure', { at: 'requested_at' }),
  act('retention_settings', 'updated_by', 'Changed how long records are kept last', { at: 'updated_at' })
];
