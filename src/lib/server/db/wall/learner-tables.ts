import { sql, type SQL } from 'drizzle-orm';

/**
 * Which rows of a table a learner has to do with: those that are there, and those that may be added. `isKept`: what is
 * there may be read, and not be changed. Where nobody asks in person, `footnote.person` is empty, and no row is anybody's.
 */
export type RowRule = { own: SQL; added: SQL; isKept: boolean };

const asker = sql`nullif(current_setting('footnote.person', true), '')::uuid`;

const both = (rule: SQL): RowRule => ({ own: rule, added: rule, isKept: false });

const OWN = both(sql`person_id = ${asker}`);

// The rule of the other table holds inside these as well: what cannot be seen there does not count here.
const ofAttempt = both(sql`exists (select from attempts where attempts.id = attempt_id)`);
const ofFollowUp = both(sql`exists (select from follow_ups where follow_ups.id = follow_up_id)`);
const ofCertificate = both(sql`exists (select from certificates where certificates.id = certificate_id)`);
const ofCompletion = both(sql`exists (select from completions where completions.id = completion_id)`);
const ofEvent = sql`exists (select from audit_events where audit_events.id = event_id)`;

/** What belongs to one learner. A table with a path to a person stands here, or below with the reason why not. */
export const LEARNER_TABLES = new Map<string, RowRule>(
  Object.entries({
    profiles: OWN,
    section_progress: OWN,
    // What an admin granted is there for its person to read.
    accommodations: { ...OWN, added: sql`false`, isKept: true },
    attempts: OWN,
    attempt_items: ofAttempt,
    responses: ofAttempt,
    regrade_changes: ofAttempt,
    evaluations: OWN,
    follow_ups: OWN,
    follow_up_items: ofFollowUp,
    follow_up_responses: ofFollowUp,
    follow_up_commitments: ofFollowUp,
    completions: OWN,
    completion_summaries: OWN,
    credits: OWN,
    reporting_permissions: OWN,
    reporting_identifiers: OWN,
    report_standings: ofCompletion,
    report_submission_rows: ofCompletion,
    certificates: OWN,
    certificate_revocations: ofCertificate,
    hidden_certificates: ofCertificate,
    verification_grants: ofCertificate,
    badges: ofCertificate,
    external_credits: OWN,
    external_credit_documents: both(
      sql`exists (select from external_credits where external_credits.id = external_credit_id)`
    ),
    transcript_shares: OWN,
    mail_preferences: OWN,
    outbox_messages: OWN,
    erasures: OWN,
    retained_credit_records: OWN,
    // What a learner does is added to the audit log in their own name, or in nobody's.
    audit_events: {
      own: sql`actor_id = ${asker}`,
      added: sql`actor_id is null or actor_id = ${asker}`,
      isKept: true
    },
    audit_particulars: { own: ofEvent, added: ofEvent, isKept: true }
  })
);

const SIGN_IN = 'read before it is known who asks';
const STAFF = 'what educators and admins did, not a learner’s';

/** Tables with a key to a person whose rows are no learner's data behind the wall, and why. */
export const NOT_LEARNERS = new Map<string, string>(
  Object.entries({
    people: SIGN_IN,
    person_roles: SIGN_IN,
    sessions: SIGN_IN,
    account_links: SIGN_IN,
    authenticator_apps: SIGN_IN,
    institution_identities: SIGN_IN,
    institution_roles: SIGN_IN,
    institution_sign_ins: SIGN_IN,
    passkey_challenges: SIGN_IN,
    passkeys: SIGN_IN,
    pending_sign_ins: SIGN_IN,
    recovery_codes: SIGN_IN,
    accreditation_attestations: STAFF,
    activity_editors: STAFF,
    activity_team: STAFF,
    activity_versions: STAFF,
    api_tokens: STAFF,
    bulk_changes: STAFF,
    credit_rules: STAFF,
    item_approvals: STAFF,
    item_comments: STAFF,
    item_kept_drafts: STAFF,
    item_lint_overrides: STAFF,
    item_version_authors: STAFF,
    item_versions: STAFF,
    lesson_sections: STAFF,
    mapping_versions: STAFF,
    package_uploads: STAFF,
    provider_versions: STAFF,
    reference_settings: STAFF,
    references: STAFF,
    regrades: STAFF,
    report_answers: STAFF,
    report_exports: STAFF,
    report_numbers: STAFF,
    report_schedule_recipients: STAFF,
    report_schedules: STAFF,
    report_submissions: STAFF,
    retention_settings: STAFF,
    review_settings: STAFF,
    saved_views: STAFF,
    audit_seals: 'hashes of the audit log, which say nothing of anybody',
    faculty_disclosures: 'published with the activity, for everybody to read'
  })
);
