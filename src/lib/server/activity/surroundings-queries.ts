import { and, asc, countDistinct, eq, exists, inArray, or } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import {
  activityVersionObjectives,
  activityVersionReferences,
  activityVersions,
  assessments
} from '../db/schema/activity.ts';
import { lessonCitations, lessonSections } from '../db/schema/lesson.ts';
import { itemCitations, itemVersions, objectives } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';
import { activityIsOpen } from '../db/team-wall.ts';

type Around = { bankId: string; activityId: string | null; personId: string };

/** Drafts and live versions of activities that draw on a bank, and those of one activity besides, as far as a person reaches them. */
export function listVersionsAround(db: Executor, { bankId, activityId, personId }: Around) {
  const draws = db
    .select({ id: assessments.id })
    .from(assessments)
    .where(and(eq(assessments.activityVersionId, activityVersions.id), eq(assessments.bankId, bankId)));
  const isOf =
    activityId === null ? exists(draws) : or(exists(draws), eq(activityVersions.activityId, activityId));
  return db
    .select({
      versionId: activityVersions.id,
      activityId: activityVersions.activityId,
      status: activityVersions.status,
      title: activityVersions.title,
      lessonId: activityVersions.lessonId
    })
    .from(activityVersions)
    .where(
      and(
        inArray(activityVersions.status, ['draft', 'live']),
        isOf,
        activityIsOpen(activityVersions.activityId, { personId })
      )
    )
    .orderBy(asc(activityVersions.title));
}

/** The objectives of these versions in their wording, each version's in order. */
export function listObjectivesOf(db: Executor, versionIds: string[]) {
  return db
    .select({ id: objectives.id, code: objectives.code, wording: activityVersionObjectives.wording })
    .from(activityVersionObjectives)
    .innerJoin(objectives, eq(objectives.id, activityVersionObjectives.objectiveId))
    .where(inArray(activityVersionObjectives.activityVersionId, versionIds))
    .orderBy(asc(activityVersionObjectives.activityVersionId), asc(activityVersionObjectives.position));
}

/** The sections of these lessons, each lesson's in order. */
export function listSectionsOf(db: Executor, lessonIds: string[]) {
  return db
    .select({ slug: lessonSections.slug, title: lessonSections.title })
    .from(lessonSections)
    .where(inArray(lessonSections.lessonId, lessonIds))
    .orderBy(asc(lessonSections.lessonId), asc(lessonSections.position));
}

/** The keys in the reference lists of these versions, with their numbers. */
export function listListedKeys(db: Executor, versionIds: string[]) {
  return db
    .select({ citationKey: references.citationKey, number: activityVersionReferences.number })
    .from(activityVersionReferences)
    .innerJoin(references, eq(references.id, activityVersionReferences.referenceId))
    .where(inArray(activityVersionReferences.activityVersionId, versionIds))
    .orderBy(asc(activityVersionReferences.number));
}

/** How many items cite each reference in a version that is not retired. */
export function listItemUseCounts(db: Executor, keys: string[]) {
  return db
    .select({ citationKey: references.citationKey, uses: countDistinct(itemVersions.itemId) })
    .from(itemCitations)
    .innerJoin(itemVersions, eq(itemVersions.id, itemCitations.itemVersionId))
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .where(
      and(
        inArray(references.citationKey, keys),
        inArray(itemVersions.status, ['draft', 'changes-asked', 'in-review', 'approved', 'live'])
      )
    )
    .groupBy(references.citationKey);
}

/** How many sections of lessons that are offered or written now cite each reference; a draft repeats the live one. */
export function listSectionUseCounts(db: Executor, keys: string[]) {
  const current = db
    .select({ id: activityVersions.lessonId })
    .from(activityVersions)
    .where(inArray(activityVersions.status, ['draft', 'live']));
  return db
    .select({ citationKey: references.citationKey, uses: countDistinct(lessonSections.slug) })
    .from(lessonCitations)
    .innerJoin(lessonSections, eq(lessonSections.id, lessonCitations.sectionId))
    .innerJoin(references, eq(references.id, lessonCitations.referenceId))
    .where(and(inArray(references.citationKey, keys), inArray(lessonSections.lessonId, current)))
    .groupBy(references.citationKey);
}
