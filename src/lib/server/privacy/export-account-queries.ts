import { sql } from 'drizzle-orm';
import type { ExportFile } from './export-file-queries.ts';

/** Who they are and how they sign in. Columns are named one by one: what is added to a table later does not leave by itself. */
export const ACCOUNT_FILES: readonly ExportFile[] = [
  {
    file: 'account',
    about: 'Your account',
    rows: (person) => sql`select id as account_id, email, email_verified_at, created_at, disabled_at
      from people where id = ${person}`
  },
  {
    file: 'profile',
    about: 'Who you are, as certificates print it',
    rows: (
      person
    ) => sql`select given_name, family_name, credentials, profession, specialty, country, npi, updated_at
      from profiles where person_id = ${person}`
  },
  {
    file: 'roles',
    about: 'The roles that you hold',
    rows: (person) =>
      sql`select role, granted_at from person_roles where person_id = ${person} order by granted_at`
  },
  {
    file: 'identifiers',
    about: 'License and board numbers, by which reports find you',
    rows: (
      person
    ) => sql`select licence_state, licence_number, board_id, birth_month, birth_day, nabp_id, updated_at
      from reporting_identifiers where person_id = ${person}`
  },
  {
    file: 'sessions',
    about: 'Where you are signed in',
    rows: (
      person
    ) => sql`select method, browser, network, created_at, last_seen_at, proven_at, second_factor_at,
        expires_at, absolute_expires_at as ends_at_the_latest
      from sessions where person_id = ${person} order by created_at`
  },
  {
    file: 'passkeys',
    about: 'Your passkeys, by name',
    rows: (person) => sql`select name, is_backed_up, created_at, last_used_at
      from passkeys where person_id = ${person} order by created_at`
  },
  {
    file: 'institutions',
    about: 'Institutions at which you sign in',
    rows: (
      person
    ) => sql`select i.name as institution, l.subject as known_there_as, l.created_at, l.last_used_at
      from institution_identities l join institutions i on i.id = l.institution_id
      where l.person_id = ${person} order by l.created_at`
  },
  {
    file: 'api-tokens',
    about: 'Tokens that programs use in your name; not the tokens themselves, which nobody can read',
    rows: (person) => sql`select name, scopes, created_at, expires_at, revoked_at, last_used_at
      from api_tokens where owner_id = ${person} order by created_at`
  },
  {
    file: 'letters',
    about: 'Letters to you; what a link in them opens is left out',
    rows: (person) => sql`select kind, address, subject,
        regexp_replace(body, '([/=])[A-Za-z0-9_-]{20,}', '\\1[left out]', 'g') as text,
        created_at, sent_at, cancelled_at
      from outbox_messages where person_id = ${person} order by created_at`
  },
  {
    file: 'mail-preferences',
    about: 'Letters that you want or refused',
    rows: (person) => sql`select follow_ups as wants_letters_after_an_activity, changed_at
      from mail_preferences where person_id = ${person}`
  },
  {
    file: 'log',
    about: 'What you did here, as the log has it',
    rows: (person) => sql`select e.at, e.action, e.subject_kind, e.subject_id, p.network, p.reason
      from audit_events e left join audit_particulars p on p.event_id = e.id
      where e.actor_id = ${person} order by e.id`
  }
];
