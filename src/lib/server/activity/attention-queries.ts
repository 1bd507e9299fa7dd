import { and, asc, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activityVersions } from '../db/schema/activity.ts';
import { lessonCitations, lessonSections } from '../db/schema/lesson.ts';
import { references } from '../db/schema/reference.ts';
import { activityIsOpen } from '../db/team-wall.ts';

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

type Wanted = { personId: string; today: string; limit: number };

/** Sections of live activities and working copies, as far as a person reaches them, that cite a reference in doubt; the gravest first. */
export function listSectionsCiting(db: Executor, { personId, today, limit }: Wanted) {
  return db
    .selectDistinct(columns)
    .from(lessonCitations)
    .innerJoin(references, eq(references.id, lessonCitations.referenceId))
    .innerJoin(lessonSections, eq(lessonSections.id, lessonCitations.sectionId))
    .innerJoin(activityVersions, eq(activityVersions.lessonId, lessonSections.lessonId))
    .where(
      and(
        inArray(activityVersions.status, ['live', 'draft']),
        activityIsOpen(activityVersions.activityId, { personId }),
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
