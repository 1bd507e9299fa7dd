import { sql, type SQL } from 'drizzle-orm';
import { BAR_MINUTES, HISTOGRAM_MINUTES } from '#lib/domain/report/dashboard/summarise-dashboard.ts';
import type { Executor } from '../../db/index.ts';

/** Longer than this is no sitting: somebody came back another time. */
const MOST_MINUTES = 240;

const number = (column: string) => sql<number>`${sql.identifier(column)}`.mapWith(Number);

const text = (column: string) => sql<string>`${sql.identifier(column)}`;

const on = (day: string): SQL => sql`${day}::text::date`;

/** The first instant (UTC) of a day. */
const from = (day: string): SQL => sql`${`${day}T00:00:00Z`}::text::timestamptz`;

/** Published versions that learners met: activity, title and estimate of the newest. */
export function listShownActivities(db: Executor) {
  const rows = sql`(select distinct on (v.activity_id) v.activity_id, a.slug, v.title, v.estimated_minutes
    from activity_versions v join activities a on a.id = v.activity_id
    where v.published_at is not null order by v.activity_id, v.published_at desc) shown`;
  return db
    .select({
      activityId: text('activity_id'),
      slug: text('slug'),
      title: text('title'),
      estimatedMinutes: number('estimated_minutes')
    })
    .from(rows);
}

/** How many people began, went on with or ended anything since a day. */
export async function countActive(db: Executor, since: string): Promise<number> {
  const [row] = await db.select({ people: number('people') }).from(
    sql`(select count(*) as people from (
      select person_id from attempts where started_at >= ${from(since)} or submitted_at >= ${from(since)}
      union select person_id from evaluations where submitted_at >= ${from(since)}) active) counted`
  );
  return row?.people ?? 0;
}

/** Completions of each activity by day, from a day on. */
export function listCompletionDays(db: Executor, since: string) {
  return db
    .select({ activityId: text('activity_id'), day: text('day'), completions: number('completions') })
    .from(
      sql`(select activity_id, completed_on::text as day, count(*) as completions from completion_summaries
        where completed_on >= ${on(since)} group by activity_id, completed_on) days`
    );
}

/** First attempts at assessments that were submitted since a day, and how many of them passed. */
export function listFirstTries(db: Executor, since: string) {
  return db
    .select({ activityId: text('activity_id'), tries: number('tries'), passed: number('passed') })
    .from(
      sql`(select v.activity_id, count(*) as tries, count(*) filter (where t.passed) as passed
        from attempts t join assessments a on a.id = t.assessment_id and a.passing_percent is not null
        join activity_versions v on v.id = a.activity_version_id
        where t.ordinal = 1 and t.submitted_at >= ${from(since)} group by v.activity_id) tries`
    );
}

/** How far those came who began an activity version since a day, each once. */
export async function selectFunnel(db: Executor, since: string) {
  const begun = sql`select t.person_id, a.activity_version_id, bool_or(a.kind = 'assessment') as assessed,
      bool_or(t.passed and a.kind = 'assessment') as passed
    from attempts t join assessments a on a.id = t.assessment_id where a.kind <> 'practice'
    group by t.person_id, a.activity_version_id having min(t.started_at) >= ${from(since)}`;
  const [row] = await db
    .select({
      begun: number('begun'),
      assessed: number('assessed'),
      passed: number('passed'),
      evaluated: number('evaluated'),
      certified: number('certified')
    })
    .from(
      sql`(select count(*) as begun, count(*) filter (where b.assessed) as assessed,
          count(*) filter (where b.passed) as passed, count(e.id) as evaluated, count(k.id) as certified
        from (${begun}) b
        left join evaluations e on e.person_id = b.person_id and e.activity_version_id = b.activity_version_id
        left join credits k on k.person_id = b.person_id and k.activity_version_id = b.activity_version_id
          and k.supersedes_id is null) counted`
    );
  return row ?? { begun: 0, assessed: 0, passed: 0, evaluated: 0, certified: 0 };
}

/** Minutes from the first question of an activity version to its evaluation, of each completion since a day. */
const durations = (since: string): SQL => sql`select v.activity_id,
    extract(epoch from c.completed_at - b.began) / 60.0 as minutes
  from completions c
  join activity_versions v on v.id = c.activity_version_id
  join (select t.person_id, a.activity_version_id, min(t.started_at) as began
    from attempts t join assessments a on a.id = t.assessment_id and a.kind <> 'practice'
    group by t.person_id, a.activity_version_id) b
    on b.person_id = c.person_id and b.activity_version_id = c.activity_version_id
  where c.completed_on >= ${on(since)}`;

/**
 * How long completions took. Rows with a median: of an activity or, without one, of all; who came back another time is
 * left out. Rows without: how many took from `from` minutes to the end of the bar; null: longer than the bars go.
 */
export function listMinutes(db: Executor, since: string) {
  return db
    .select({
      activityId: sql<string | null>`activity_id`,
      from: sql<number | null>`"from"`,
      median: sql<number | null>`median`,
      counted: number('counted')
    })
    .from(
      sql`(with d as materialized (${durations(since)})
        select activity_id, null::int as "from", percentile_cont(0.5) within group (order by minutes) as median,
          count(*) as counted
        from d where minutes between 0 and ${MOST_MINUTES}::int group by grouping sets ((activity_id), ())
        union all
        select null, case when minutes < ${HISTOGRAM_MINUTES}::int
          then (floor(minutes / ${BAR_MINUTES}::int) * ${BAR_MINUTES}::int)::int end, null, count(*)
        from d where minutes >= 0 group by 2) minutes`
    );
}

/** Whether there are more than so many attempts, without counting them all. */
export async function hasMoreAttempts(db: Executor, most: number): Promise<boolean> {
  const [row] = await db
    .select({ found: number('found') })
    .from(
      sql`(select count(*) as found from (select from attempts limit ${most + 1}::int) some_attempts) counted`
    );
  return (row?.found ?? 0) > most;
}
