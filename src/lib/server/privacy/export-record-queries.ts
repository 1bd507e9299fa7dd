import { sql } from 'drizzle-orm';
import type { ExportFile } from './export-file-queries.ts';

/** What they earned, what was told to whom of it, and what they set up here. */
export const RECORD_FILES: readonly ExportFile[] = [
  {
    file: 'completions',
    about: 'Activities that you completed',
    rows: (
      person
    ) => sql`select c.id as completion_id, v.title as activity, v.version, c.completed_on, c.completed_at
      from completions c join activity_versions v on v.id = c.activity_version_id
      where c.person_id = ${person} order by c.completed_at`
  },
  {
    file: 'credits',
    about: 'Credit that you claimed; 4 quarter credits are 1 credit',
    rows: (
      person
    ) => sql`select k.completion_id, coalesce(r.rule ->> 'name', '') as credit, k.quarter_credits,
        k.maximum_quarter_credits, k.claimed_at, k.reason as why_it_was_corrected
      from credits k left join credit_rules r on r.id = k.credit_rule_id
      where k.person_id = ${person} order by k.claimed_at`
  },
  {
    file: 'certificates',
    about: 'Your certificates, with their whole text',
    rows: (
      person
    ) => sql`select c.id as certificate_id, c.code, c.issued_at, c.document, c.reason as why_it_was_corrected,
        r.revoked_at, r.reason as why_it_was_revoked, h.hidden_at
      from certificates c left join certificate_revocations r on r.certificate_id = c.id
      left join hidden_certificates h on h.certificate_id = c.id
      where c.person_id = ${person} order by c.issued_at`
  },
  {
    file: 'certificates-shown-to-regulators',
    about: 'Links by which a regulator could see a certificate that you had hidden',
    rows: (person) => sql`select g.certificate_id, g.purpose, g.granted_at, g.expires_at
      from verification_grants g join certificates c on c.id = g.certificate_id
      where c.person_id = ${person} order by g.granted_at`
  },
  {
    file: 'badges',
    about: 'Your badges as they were signed (Open Badges 3.0)',
    rows: (person) => sql`select b.certificate_id, b.issued_at, b.jwt
      from badges b join certificates c on c.id = b.certificate_id
      where c.person_id = ${person} order by b.issued_at`
  },
  {
    file: 'permissions-to-report',
    about: 'What you let us report to whom, in the words that you saw',
    rows: (
      person
    ) => sql`select v.title as activity, p.report, p.granted, p.wording, p.wording_version, p.recorded_at
      from reporting_permissions p join activity_versions v on v.id = p.activity_version_id
      where p.person_id = ${person} order by p.recorded_at`
  },
  {
    file: 'reports',
    about: 'What was reported of your completions to accreditors',
    rows: (person) => sql`select r.completion_id, m.key as report, s.action, s.created_at, r.record_id,
        r.values as what_was_reported, t.state as how_it_stands
      from report_submission_rows r join report_submissions s on s.id = r.submission_id
      join mapping_versions m on m.id = s.mapping_version_id join completions c on c.id = r.completion_id
      left join report_standings t on t.submission_id = r.submission_id and t.ordinal = r.ordinal
      where c.person_id = ${person} order by s.created_at`
  },
  {
    file: 'credit-earned-elsewhere',
    about: 'Credit that you entered by hand; its documents lie in the folder documents',
    rows: (
      person
    ) => sql`select e.title, e.provider, e.credit_type, e.quarter_credits, e.completed_on, e.created_at,
        e.updated_at, d.file_name as document
      from external_credits e left join external_credit_documents d on d.external_credit_id = e.id
      where e.person_id = ${person} order by e.completed_on`
  },
  {
    file: 'transcript-links',
    about: 'Links to your transcript that you gave away',
    rows: (person) => sql`select label, from_day, to_day, created_at, expires_at, revoked_at
      from transcript_shares where person_id = ${person} order by created_at`
  },
  {
    file: 'saved-views',
    about: 'Views of the completion report that you saved',
    rows: (person) => sql`select name, is_shared, query, created_at, updated_at
      from saved_views where owner_id = ${person} order by created_at`
  },
  {
    file: 'scheduled-reports',
    about: 'Reports that are announced to you',
    rows: (person) => sql`select s.name, s.cadence, s.created_at
      from report_schedule_recipients r join report_schedules s on s.id = r.schedule_id
      where r.person_id = ${person} order by s.created_at`
  },
  {
    file: 'activity-teams',
    about: 'Activities whose team you belong to',
    rows: (person) => sql`select a.slug as activity, t.part, t.added_at
      from activity_team t join activities a on a.id = t.activity_id
      where t.person_id = ${person} order by t.added_at`
  }
];
