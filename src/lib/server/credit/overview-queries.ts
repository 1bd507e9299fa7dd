import { desc, eq, inArray, sql } from 'drizzle-orm';
import { gatherCalls } from '../db/gather-calls.ts';
import type { Executor } from '../db/index.ts';
import { keepStatement } from '../db/kept-statement.ts';
import { accreditationStatements } from '../db/schema/accreditation.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';
import { profiles } from '../db/schema/identity.ts';
import { standingColumns } from './version-queries.ts';

/** Whose overview is asked for. */
const personIn = sql`split_part(asked.key, '/', 1)::uuid`;

/** In the version at hand, by form and in their order: the id of each, and all that the page tells of it. */
const attemptsOfTheirs = sql<string>`coalesce((
  select string_agg(concat_ws(' ', a.id, s.id, a.state, a.passed, (
      select min(i.position) from attempt_items i where i.attempt_id = a.id and a.state = 'in-progress'
        and not exists (select from responses r where r.attempt_id = i.attempt_id and r.position = i.position)
    )), ',' order by s.id, a.ordinal)
  from attempts a join assessments s on s.id = a.assessment_id
  where s.activity_version_id = ${activityVersions.id} and a.person_id = ${personIn}), '')`;

/**
 * What else the person has on record in the version at hand and the page of the activity speaks of, as one text. Rows that
 * are never changed stand in it by their ids.
 */
const progress = sql<string>`concat_ws('|',
  coalesce((select string_agg(p.section_id::text, ',' order by p.section_id)
    from section_progress p join lesson_sections s on s.id = p.section_id
    where s.lesson_id = ${activityVersions.lessonId} and p.person_id = ${personIn}), ''),
  exists (select from evaluations e
    where e.activity_version_id = ${activityVersions.id} and e.person_id = ${personIn}),
  coalesce((select string_agg(c.id || ' ' || c.completed_on, ',' order by c.id) from completions c
    where c.activity_version_id = ${activityVersions.id} and c.person_id = ${personIn}), ''),
  coalesce((select string_agg(c.id::text, ',' order by c.id) from credits c
    where c.activity_version_id = ${activityVersions.id} and c.person_id = ${personIn}), ''))`;

/** What else the credit that is told of depends on: attestations and versions of rules are added to, never changed. */
const offer = sql<string>`concat_ws('|',
  (select coalesce(${profiles.profession}, '') || '|' || coalesce(${profiles.country}, '') from ${profiles}
    where ${profiles.personId} = ${personIn}),
  coalesce((select string_agg(t.id::text, ',' order by t.id) from accreditation_attestations t
    where t.activity_version_id = ${activityVersions.id}), ''),
  (select count(*) from credit_rules))`;

const listAskedOverviews = keepStatement((db) =>
  db
    .select({
      key: sql<string>`asked.key`,
      standing: standingColumns({ db, personId: personIn }),
      attempts: attemptsOfTheirs,
      progress,
      offer
    })
    .from(sql`unnest((select string_to_array(${sql.placeholder('keys')}, ','))) asked(key)`)
    .innerJoin(activities, sql`${activities.slug} = split_part(asked.key, '/', 2)`)
    .innerJoin(activityVersions, eq(activityVersions.activityId, activities.id))
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .where(inArray(activityVersions.status, ['live', 'retired']))
    .orderBy(desc(activityVersions.publishedAt))
);

type OverviewRow = Awaited<ReturnType<typeof listAskedOverviews>>[number];

const gathered = gatherCalls<OverviewRow[]>(async (db, keys) =>
  Map.groupBy(await listAskedOverviews(db, { keys: keys.join(',') }), ({ key }) => key)
);

/**
 * The published versions of the activity, the newest first, with all that the person has on record in each. `db` is that of
 * the program, as for `listReadables`; the person is who the session belongs to.
 */
export async function listOverviews(
  db: Executor,
  { personId, slug }: { personId: string; slug: string }
): Promise<OverviewRow[]> {
  return (await gathered(db, `${personId}/${slug}`)) ?? [];
}
