import { sql, type SQL } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';
import { completions } from '#lib/server/db/schema/credit.ts';

/** Shares of a thousand; what is left over goes to the first one. */
const share = (values: [string, number][]) => {
  const [first] = values;
  const cases = values.slice(1).map(([value, perMille], index) => {
    const before = values.slice(1, index + 1).reduce((sum, [, part]) => sum + part, 0);
    return sql`when mod(n * 7919, 1000) < ${before + perMille} then ${value}`;
  });
  return sql`case ${sql.join(cases, sql` `)} else ${first?.[0] ?? ''} end`;
};

const PROFESSION = share([
  ['physician', 0],
  ['nurse', 200],
  ['pharmacist', 100],
  ['nurse-practitioner', 80],
  ['physician-associate', 50],
  ['other', 20]
]);

const COUNTRY = share([
  ['US', 0],
  ['GB', 110],
  ['DE', 70],
  ['IN', 60],
  ['BR', 30]
]);

const GIVEN =
  'Ana Wei Fatima John Maria Olu Priya Lars Chloe Yuki Omar Elena Amara Jakob Sofia Ravi Ingrid Kofi Mei Nadia';
const SYLLABLES = 'ba den fer gal hol kor lin mar nov ost per quin ros stein tan ula ver wick xa zim';
/** A word for each number, by a hash: names hang together with nothing else. */
const word = (words: string, seed: number) =>
  sql`(string_to_array(${words}, ' '))[1 + abs(mod(hashint8extended(n, ${seed}::bigint), 20))]`;
const FAMILY = sql`initcap(${word(SYLLABLES, 1)} || ${word(SYLLABLES, 2)} || ${word(SYLLABLES, 3)})`;

const id = (kind: string) => sql`md5(${`report-${kind}`}::text || n)::uuid`;

/** In the order of time, as the program makes them. */
export const REPORT_ATTEMPT_ID = sql`('018c' || lpad(to_hex(n), 8, '0') || right(md5('report-attempt' || n), 20))::uuid`;

/** Which completions are of which activity: a few of the rare one, the rest in falling numbers. */
const ACTIVITY_NUMBER = sql`case when n % 10007 = 0 then 12 else floor(12 * power(mod(n * 104729, 1000) / 1000.0, 2))::int end`;

const ACTIVITIES = [
  sql`insert into activities (id, slug, created_at)
    select ${id('activity')}, case n when 12 then 'rare-activity' else 'activity-' || n end, now() from generate_series(0, 12) n`,
  sql`insert into activity_versions
    select (jsonb_populate_record(v, jsonb_build_object('id', ${id('version')}, 'activity_id', ${id('activity')},
      'title', 'Activity number ' || n, 'version', '1.0.0', 'status', 'live', 'published_at', now()))).*
    from generate_series(0, 12) n, activity_versions v
    where v.id = (select id from activity_versions where status = 'live' limit 1)`
];

const statements = (numbers: SQL) => [
  sql`insert into people (id, email, password_hash, created_at)
    select ${id('person')}, 'report-' || n || '@example.org', '', now() from ${numbers}`,
  sql`insert into profiles (person_id, given_name, family_name, profession, country, updated_at)
    select ${id('person')}, ${word(GIVEN, 4)}, case when n % 200003 = 0 then 'Rarename' else ${FAMILY} end,
      case when n % 9973 = 0 then 'optometrist' else ${PROFESSION} end,
      case when n % 20011 = 0 then 'IS' else ${COUNTRY} end, now()
    from ${numbers}`,
  sql`insert into attempts (id, assessment_id, person_id, ordinal, state, seed, answered, started_at, submitted_at,
      items_correct, items_total, passed)
    select ${REPORT_ATTEMPT_ID}, (select id from assessments where kind = 'assessment' limit 1), ${id('person')}, 1,
      'submitted', 1, 20, now(), now(), 14 + mod(n * 31, 7), 20, true from ${numbers}`,
  sql`insert into evaluations (id, person_id, activity_version_id, answers, submitted_at)
    select ${id('evaluation')}, ${id('person')}, md5('report-version' || ${ACTIVITY_NUMBER})::uuid, '{}', now() from ${numbers}`,
  sql`insert into completions
      (id, person_id, activity_version_id, attempt_id, evaluation_id, completed_on, completed_at)
    select ${id('completion')}, ${id('person')}, md5('report-version' || ${ACTIVITY_NUMBER})::uuid, ${REPORT_ATTEMPT_ID},
      ${id('evaluation')}, date '2024-01-01' + mod(n * 613, 1090)::int, now() from ${numbers}`,
  sql`insert into credits (id, completion_id, person_id, activity_version_id, quarter_credits, maximum_quarter_credits,
      credit_rule_id, claimed_at)
    select ${id('credit')}, ${id('completion')}, ${id('person')}, md5('report-version' || ${ACTIVITY_NUMBER})::uuid, 1 + n % 2, 2,
      (select id from credit_rules r where r.key = case when n % 3 = 0 then 'ancc-contact-hours' else 'ama-pra-1' end
        and version = 1), now()
    from ${numbers} where n % 10 > 0`,
  sql`insert into certificates (id, credit_id, person_id, code, document, issued_at)
    select ${id('certificate')}, ${id('credit')}, ${id('person')}, upper(left(md5('report-code' || n), 26)),
      jsonb_build_object('holder', p.given_name || ' ' || p.family_name || ', MD'), now()
    from ${numbers} join profiles p on p.person_id = ${id('person')} where n % 10 > 0`,
  sql`insert into certificate_revocations (certificate_id, revoked_at, revoked_by, reason)
    select ${id('certificate')}, now(), ${id('person')}, 'Issued in error.' from ${numbers} where n % 401 = 0 and n % 10 > 0`
];

/**
 * Puts the completions with these numbers, of thirteen activities, on record, by SQL alone, in shares such as reports have
 * them, some of each value rare. Triggers wait: the rows that completions are found by are made once, at the end.
 */
export async function addCompletions(
  db: Executor,
  { from, to }: { from: number; to: number }
): Promise<void> {
  const numbers = sql`generate_series(${from}::bigint, ${to}::bigint) n`;
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    const activities = from === 1 ? ACTIVITIES : [];
    for (const statement of [...activities, ...statements(numbers)]) await tx.execute(statement);
    await tx.execute(
      sql`select refresh_completion_summaries(array(select ${id('completion')} from ${numbers}))`
    );
  });
}

/** A million completions, or as many as BENCH_ROWS says, e.g. 10000000. */
export const REPORT_ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);

/** Fills the report where nothing did it before; demonstrations add to it and are measured later. */
export async function ensureReport(db: Executor): Promise<void> {
  if ((await db.$count(completions)) > 0) return;
  await addCompletions(db, { from: 1, to: REPORT_ROWS });
  // Outside: neither runs in a transaction that wrote what it reads.
  await db.execute(sql`vacuum analyze completion_summaries`);
  await db.execute(sql`analyze`);
}
