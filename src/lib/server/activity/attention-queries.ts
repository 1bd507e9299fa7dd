import { and, asc, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activityVersions } from '../db/schema/activity.ts';
import { lessonCitations, lessonSections } from '../db/schema/lesson.ts';
import { references } from '../db/schema/reference.ts';

const columns = {
  activityId: activityVersions.activityId,
  activityTitle: activityVersions.title,
  isLive: sql<boolean>`${activityVersions.status} = 'live'`,
  slug: lessonSections.slug,
  sectionTitle: lessonSections.title,
  referenceId: references.id,
  citationKey: references.citationKey,
  status: references.status,
  dueOn: references.reviewDueOn,
  isRetracted: sql<boolean>`${references.status} = 'retracted'`
};

/** Sections of live activities and working copies that cite a reference in doubt; the gravest first. */
export function listSectionsCiting(db: Executor, { today, limit }: { today: string; limit: number }) {
  return db
    .selectDistinct(columns)
    .from(lessonCitations)
    .innerJoin(references, eq(references.id, lessonCitations.referenceId))
    .innerJoin(lessonSections, eq(lessonSections.id, lessonCitations.sectionId))
    .innerJoin(activityVersions, eq(activityVersions.lessonId, lessonSections.lessonId))
    .where(
      and(
        inArray(activityVersions.status, ['live', 'draft']),
        or(
          inArray(references.status, ['retracted', 'expression-of-concern']),
          lt(references.reviewDueOn, today)
        )
      )
    )
    .orderBy(
      desc(sql`${references.status} = 'retracted'`),
      asc(activityVersions.title),
      asc(lessonSections.slug),
      asc(references.citationKey)
    )
    .limit(limit);
}
