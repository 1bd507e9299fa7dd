import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { gatherCalls } from '../db/gather-calls.ts';
import type { Executor } from '../db/index.ts';
import { keepStatement } from '../db/kept-statement.ts';
import { accreditationStatements } from '../db/schema/accreditation.ts';
import { activities, activityVersionReferences as listed, activityVersions } from '../db/schema/activity.ts';
import { lessonSections } from '../db/schema/lesson.ts';
import { references } from '../db/schema/reference.ts';
import { knownSession, type KnownSession } from '../identity/session-queries.ts';
import { standingColumns } from './version-queries.ts';

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

/** A published version, with what its pages depend on. */
export type Readable = {
  slug: string;
  activityVersionId: string;
  status: string;
  releaseDate: string;
  expiryDate: string;
  mode: string;
  stamp: string | null;
  sections: Record<string, string> | null;
};

/** All of the activities that are asked about, the newest first, once in a statement, however many ask. */
const readables = sql<Readable[] | null>`(
  select json_agg(json_build_object('slug', ${activities.slug}, 'activityVersionId', ${activityVersions.id},
    'status', ${activityVersions.status}, 'releaseDate', ${activityVersions.releaseDate},
    'expiryDate', ${activityVersions.expiryDate}, 'mode', ${accreditationStatements.mode},
    'stamp', ${stamp}, 'sections', ${sections}) order by ${activityVersions.publishedAt} desc)
  from ${activities}
  join ${activityVersions} on ${activityVersions.activityId} = ${activities.id} and ${isPublished}
  join ${accreditationStatements} on ${hasStatement}
  where ${activities.slug} = any(string_to_array(${sql.placeholder('slugs')}, ',')))`;

// They go with the first of the rows.
const listAskedReadings = keepStatement((db) => {
  const known = knownSession(db, sql`asked.key`);
  const once = sql<Readable[] | null>`case when row_number() over () = 1 then ${readables} end`;
  return db.select({ known: known._.selectedFields, readables: once }).from(asked).crossJoinLateral(known);
});

/** Whose session it is, and the published versions of what is asked for, the newest first. */
type KnownReading = { session: KnownSession; readables: Readable[] };

const gatheredReadings = gatherCalls<KnownReading>(async (db, words) => {
  const pairs = words.map((word) => word.split('/'));
  const listOf = (nth: number) => [...new Set(pairs.map((pair) => pair[nth] ?? ''))].join(',');
  const rows = await listAskedReadings(db, { keys: listOf(0), slugs: listOf(1) });
  const sessions = new Map(rows.map(({ known }) => [known.idHash, known]));
  const all = Map.groupBy(
    rows.flatMap((row) => row.readables ?? []),
    ({ slug }) => slug
  );
  return new Map(
    pairs.flatMap(([hash = '', slug = ''], index) => {
      const session = sessions.get(hash);
      return session ? [[words[index] ?? '', { session, readables: all.get(slug) ?? [] }]] : [];
    })
  );
});

/**
 * Null: no such session. Of other people it tells nothing; but what several ask at the same time is asked at once, so `db` is
 * that of the program, not of one of them.
 */
export function findKnownReading(
  db: Executor,
  { sessionHash, slug }: { sessionHash: string; slug: string }
): Promise<KnownReading | null> {
  return gatheredReadings(db, `${sessionHash}/${slug}`);
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
