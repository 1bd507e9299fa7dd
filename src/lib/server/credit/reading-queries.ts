import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { gatherCalls } from '../db/gather-calls.ts';
import type { Executor } from '../db/index.ts';
import { keepStatement } from '../db/kept-statement.ts';
import { accreditationStatements } from '../db/schema/accreditation.ts';
import { activities, activityVersionReferences as listed, activityVersions } from '../db/schema/activity.ts';
import { lessonSections } from '../db/schema/lesson.ts';
import { references } from '../db/schema/reference.ts';
import { standingColumns, versionColumns } from './version-queries.ts';

/** What is asked for, each as one word with commas between them; the database does not see how many when it plans. */
const asked = sql`unnest((select string_to_array(${sql.placeholder('keys')}, ','))) asked(key)`;

/**
 * How the references of a version stand today: all that ever changes on the pages of a published version. Null where an
 * entry is not frozen, and shows the library's own words.
 */
const stamp = sql<string | null>`(
  select case when bool_and(${listed.csl} is not null or ${listed.number} is null)
    then encode(sha256(convert_to(coalesce(string_agg(
      ${references.citationKey} || ' ' || ${references.status}, ',' order by ${listed.number}), ''), 'UTF8')), 'hex')
    end
  from ${listed} left join ${references} on ${references.id} = ${listed.referenceId}
  where ${listed.activityVersionId} = ${activityVersions.id})`;

/** Ids of its sections by what addresses call them. */
const sections = sql<Record<string, string> | null>`(
  select json_object_agg(${lessonSections.slug}, ${lessonSections.id}) from ${lessonSections}
  where ${lessonSections.lessonId} = ${activityVersions.lessonId})`;

const isPublished = inArray(activityVersions.status, ['live', 'retired']);

const hasStatement = eq(accreditationStatements.id, activityVersions.accreditationStatementId);

const listAskedReadables = keepStatement((db) =>
  db
    .select({ key: sql<string>`asked.key`, version: versionColumns, stamp, sections })
    .from(asked)
    .innerJoin(activities, sql`${activities.slug} = asked.key`)
    .innerJoin(activityVersions, and(eq(activityVersions.activityId, activities.id), isPublished))
    .innerJoin(accreditationStatements, hasStatement)
    .orderBy(desc(activityVersions.publishedAt))
);

const gatheredReadables = gatherCalls(async (db, keys) =>
  Map.groupBy(await listAskedReadables(db, { keys: keys.join(',') }), ({ key }) => key)
);

/**
 * The published versions of an activity, the newest first, with what their pages depend on. It speaks of nobody; requests
 * that come at the same time ask together, so `db` is that of the program.
 */
export async function listReadables(db: Executor, slug: string) {
  return (await gatheredReadables(db, slug)) ?? [];
}

const personIn = sql`split_part(asked.key, '/', 1)::uuid`;

const listAskedStandings = keepStatement((db) =>
  db
    .select({ key: sql<string>`asked.key`, standing: standingColumns({ db, personId: personIn }) })
    .from(asked)
    .innerJoin(activities, sql`${activities.slug} = split_part(asked.key, '/', 2)`)
    .innerJoin(activityVersions, and(eq(activityVersions.activityId, activities.id), isPublished))
    .innerJoin(accreditationStatements, hasStatement)
    .orderBy(desc(activityVersions.publishedAt))
);

const gatheredStandings = gatherCalls(async (db, keys) =>
  Map.groupBy(await listAskedStandings(db, { keys: keys.join(',') }), ({ key }) => key)
);

/**
 * As `listVersionStandings`, asked together with others who ask at the same time. `db` is that of the program; the person
 * is who the session belongs to.
 */
export async function listGatheredStandings(
  db: Executor,
  { personId, slug }: { personId: string; slug: string }
) {
  const rows = (await gatheredStandings(db, `${personId}/${slug}`)) ?? [];
  return rows.map(({ standing }) => standing);
}
