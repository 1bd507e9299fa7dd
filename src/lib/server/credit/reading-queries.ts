import { and, desc, eq, exists, inArray, sql } from 'drizzle-orm';
import { gatherCalls } from '../db/gather-calls.ts';
import type { Executor } from '../db/index.ts';
import { keepStatement } from '../db/kept-statement.ts';
import { accreditationStatements } from '../db/schema/accreditation.ts';
import { activities, activityVersionReferences as listed, activityVersions } from '../db/schema/activity.ts';
import { people, profiles, sessions } from '../db/schema/identity.ts';
import { lessonSections, sectionProgress } from '../db/schema/lesson.ts';
import { references } from '../db/schema/reference.ts';
import { ownsSession, sessionColumns } from '../identity/session-queries.ts';
import { standingColumns } from './version-queries.ts';

/** What is asked for: whose session, and which section of which activity. */
type Asked = { sessionHash: string; slug: string; section: string };

// Each as one word: neither a hash nor a slug has a stroke or a comma.
const wordOf = ({ sessionHash, slug, section }: Asked) => `${sessionHash}/${slug}/${section}`;
const hashIn = sql`decode(split_part(asked.key, '/', 1), 'hex')`;
const slugIn = sql`split_part(asked.key, '/', 2)`;
const sectionIn = sql`split_part(asked.key, '/', 3)`;
const all = sql`unnest(string_to_array(${sql.placeholder('keys')}, ',')) asked(key)`;

/**
 * How the references of each version stand today: all that ever changes on the pages of a published version. Null where an
 * entry is not frozen, and shows the library's own words.
 */
const stamped = (db: Executor) =>
  db.$with('stamped').as(
    db
      .select({
        versionId: sql<string>`${activityVersions.id}`.as('version_id'),
        stamp: sql<string | null>`case when bool_and(${listed.csl} is not null or ${listed.number} is null)
          then encode(sha256(convert_to(coalesce(string_agg(
            ${references.citationKey} || ' ' || ${references.status}, ',' order by ${listed.number}), ''), 'UTF8')), 'hex')
          end`.as('stamp')
      })
      .from(activityVersions)
      .innerJoin(activities, eq(activities.id, activityVersions.activityId))
      .leftJoin(listed, eq(listed.activityVersionId, activityVersions.id))
      .leftJoin(references, eq(references.id, listed.referenceId))
      .where(sql`${activities.slug} in (select ${slugIn} from ${all})`)
      .groupBy(activityVersions.id)
  );

const openedSection = (db: Executor) =>
  exists(
    db
      .select({ id: sectionProgress.sectionId })
      .from(sectionProgress)
      .where(
        and(eq(sectionProgress.sectionId, lessonSections.id), eq(sectionProgress.personId, sessions.personId))
      )
  );

const columnsOf = (db: Executor, stamps: ReturnType<typeof stamped>) => ({
  key: sql<string>`asked.key`,
  session: sessionColumns,
  standing: standingColumns({ db, personId: sql`${sessions.personId}` }),
  sectionId: lessonSections.id,
  hasOpened: sql<boolean>`${openedSection(db)}`,
  stamp: stamps.stamp
});

const listAskedReadings = keepStatement((db) => {
  const stamps = stamped(db);
  return db
    .with(stamps)
    .select(columnsOf(db, stamps))
    .from(all)
    .innerJoin(sessions, sql`${sessions.idHash} = ${hashIn}`)
    .innerJoin(people, ownsSession)
    .innerJoin(profiles, eq(profiles.personId, sessions.personId))
    .innerJoin(activities, sql`${activities.slug} = ${slugIn}`)
    .innerJoin(activityVersions, eq(activityVersions.activityId, activities.id))
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .leftJoin(
      lessonSections,
      and(eq(lessonSections.lessonId, activityVersions.lessonId), sql`${lessonSections.slug} = ${sectionIn}`)
    )
    .innerJoin(stamps, eq(stamps.versionId, activityVersions.id))
    .where(inArray(activityVersions.status, ['live', 'retired']))
    .orderBy(desc(activityVersions.publishedAt));
});

type ReadingRow = Awaited<ReturnType<typeof listAskedReadings>>[number];

const gathered = gatherCalls<ReadingRow[]>(async (db, keys) =>
  Map.groupBy(await listAskedReadings(db, { keys: keys.join(',') }), ({ key }) => key)
);

/**
 * The session, and the published versions of the activity, the newest first, with the section of each and how far the person
 * has come in it. Of other people it tells nothing; but what several ask at the same time is asked at once, so `db` is
 * that of the program, not of one of them.
 */
export async function listReadings(db: Executor, asked: Asked): Promise<ReadingRow[]> {
  return (await gathered(db, wordOf(asked))) ?? [];
}
