import { sql, type SQL } from 'drizzle-orm';
import type { FaultKind } from '#lib/domain/report/mapping/fault-kinds.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { insertManyCompletions } from './many-completions.ts';

/** What is wrong with the completions of number n, by n modulo 25; of the other ones nothing is. */
export const FAULTS_BY_CLASS: FaultKind[] = [
  'not-claimed',
  'no-rule',
  'revoked',
  'profession-not-reportable',
  'credit-not-reported',
  'too-old',
  'in-future',
  'permission-refused',
  'permission-not-asked',
  'already-accepted',
  'awaiting-answer',
  'deletion-awaited',
  'changed-since-sent',
  'given-name-missing',
  'family-name-missing',
  'birth-day-missing',
  'birth-day-wrong',
  'licence-missing',
  'npi-wrong',
  'name-too-long',
  'characters',
  'licence-state-not-taken'
];

const CLASSES = 25;

const classOf = (kind: FaultKind) => FAULTS_BY_CLASS.indexOf(kind);
const id = (kind: string) => sql`md5(${kind}::text || n)::uuid`;
const numbers = (howMany: number) => sql`generate_series(1, ${howMany}::integer) n`;
const is = (...kinds: FaultKind[]) =>
  sql`n % ${CLASSES}::integer in (${sql.join(
    kinds.map((kind) => sql`${classOf(kind)}::integer`),
    sql`, `
  )})`;
const rule = (key: string) => sql`(select r.id from credit_rules r where r.key = ${key} limit 1)`;

const DAY = sql`case when ${is('too-old')} then date '2025-12-31' when ${is('in-future')} then date '2028-01-01'
  else date '2027-01-01' + n % 300 end`;

async function insertCredits(db: Executor, series: SQL): Promise<void> {
  await db.execute(sql`insert into credits (id, completion_id, person_id, activity_version_id, quarter_credits,
      maximum_quarter_credits, credit_rule_id, claimed_at)
    select ${id('credit')}, c.id, c.person_id, c.activity_version_id, 2, 2,
      case when ${is('no-rule')} then null when ${is('credit-not-reported')} then ${rule('ancc-contact-hours')}
        else ${rule('ama-pra-1')} end, now()
    from ${series} join completions c on c.id = ${id('completion')} where not ${is('not-claimed')}`);
  await db.execute(sql`insert into certificates (id, credit_id, person_id, code, document, issued_at)
    select ${id('certificate')}, ${id('credit')}, ${id('person')}, left(upper(md5('code' || n)), 26), '{}', now()
    from ${series} where ${is('revoked')}`);
  await db.execute(sql`insert into certificate_revocations (certificate_id, reason, revoked_at, revoked_by)
    select ${id('certificate')}, 'Issued by mistake', now(), ${id('person')} from ${series} where ${is('revoked')}`);
}

async function insertPeople(db: Executor, series: SQL): Promise<void> {
  await db.execute(sql`update profiles p set
      profession = case when ${is('profession-not-reportable')} then 'nurse' else 'physician' end,
      given_name = case when ${is('given-name-missing')} then '' else given_name end,
      family_name = case when ${is('family-name-missing')} then '' when ${is('name-too-long')} then repeat('x', 51)
        when ${is('characters')} then 'Łukasz' else family_name end,
      npi = case when ${is('npi-wrong')} then '1234567890' else '1234567893' end
    from ${series} where p.person_id = ${id('person')}`);
  await db.execute(sql`insert into reporting_identifiers
      (person_id, licence_state, licence_number, birth_month, birth_day, updated_at)
    select ${id('person')},
      case when ${is('licence-missing')} then null when ${is('licence-state-not-taken')} then 'XXX' else 'CA' end,
      case when ${is('licence-missing')} then null else '00' || n end,
      case when ${is('birth-day-missing')} then null else 2 end,
      case when ${is('birth-day-missing')} then null when ${is('birth-day-wrong')} then 30 else 29 end, now()
    from ${series}`);
  await db.execute(sql`insert into reporting_permissions
      (id, person_id, activity_version_id, report, granted, wording, wording_version, recorded_at)
    select gen_random_uuid(), c.person_id, c.activity_version_id, 'pars', not ${is('permission-refused')}, 'I permit.', 1,
      now()
    from ${series} join completions c on c.id = ${id('completion')} where not ${is('permission-not-asked')}`);
}

const SENT = ['already-accepted', 'awaiting-answer', 'deletion-awaited', 'changed-since-sent'] as const;

async function insertStandings(db: Executor, series: SQL): Promise<void> {
  const submission = crypto.randomUUID();
  await db.execute(sql`insert into report_submissions
      (id, mapping_version_id, action, query, reason, rows, sha256, created_at)
    select ${submission}, id, 'add', '', 'Sent before', 160, 'x', now() from mapping_versions
    where key = 'pars-learners-text'`);
  await db.execute(sql`insert into report_submission_rows (submission_id, ordinal, completion_id, record_id, values)
    select ${submission}, n, ${id('completion')},
      'ccid:footnote:' || case when ${is('changed-since-sent')} then ${id('former')} else ${id('credit')} end, '{}'
    from ${series} where ${is(...SENT)}`);
  await db.execute(sql`insert into report_standings (completion_id, report, state, submission_id, ordinal, changed_at)
    select ${id('completion')}, 'pars', case when ${is('awaiting-answer')} then 'submitted'
      when ${is('deletion-awaited')} then 'deleting' else 'accepted' end, ${submission}, n, now()
    from ${series} where ${is(...SENT)}`);
}

/** Puts completions on record of which each class has a fault of its own in a file for PARS, by SQL alone. */
export async function insertFaultyCompletions(db: Executor, howMany: number): Promise<void> {
  await insertManyCompletions(db, howMany, DAY);
  await db.transaction(async (tx) => {
    await insertCredits(tx, numbers(howMany));
    await insertPeople(tx, numbers(howMany));
    await insertStandings(tx, numbers(howMany));
  });
}

/** Mends what can be mended without the learner's word: names, numbers and days of birth. */
export async function mendCompletions(db: Executor): Promise<void> {
  await db.execute(sql`update profiles set given_name = coalesce(nullif(given_name, ''), 'Given'),
    family_name = case when family_name in ('', 'Łukasz') or length(family_name) > 50 then 'Family' else family_name end,
    npi = '1234567893'`);
  await db.execute(sql`update reporting_identifiers set licence_state = 'CA',
    licence_number = coalesce(licence_number, '0001'), birth_month = 2, birth_day = 29`);
}
