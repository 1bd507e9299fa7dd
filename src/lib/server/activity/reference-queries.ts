import { and, asc, eq, min, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PracticeUse, SectionUse } from '#lib/domain/lesson/reference-uses.ts';
import type { NumberedReference } from '#lib/domain/reference/numbered-reference.ts';
import type { Executor } from '../db/index.ts';
import { activityVersionReferences, assessments } from '../db/schema/activity.ts';
import { lessonCitations, lessonSections } from '../db/schema/lesson.ts';
import { itemCitations, items, itemVersions } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';
import { publishedReference } from './reference-list-queries.ts';

/** The reference list of an activity version, by number. */
export async function listNumberedReferences(db: Executor, versionId: string): Promise<NumberedReference[]> {
  return db
    .select({
      number: activityVersionReferences.number,
      citationKey: references.citationKey,
      ...publishedReference
    })
    .from(activityVersionReferences)
    .innerJoin(references, eq(references.id, activityVersionReferences.referenceId))
    .where(eq(activityVersionReferences.activityVersionId, versionId))
    .orderBy(asc(activityVersionReferences.number));
}

/** Which sections of a lesson cite which references, in the order of the lesson. */
export async function listSectionUses(db: Executor, lessonId: string): Promise<SectionUse[]> {
  return db
    .select({ citationKey: references.citationKey, slug: lessonSections.slug, title: lessonSections.title })
    .from(lessonCitations)
    .innerJoin(lessonSections, eq(lessonSections.id, lessonCitations.sectionId))
    .innerJoin(references, eq(references.id, lessonCitations.referenceId))
    .where(eq(lessonSections.lessonId, lessonId))
    .groupBy(references.citationKey, lessonSections.slug, lessonSections.title, lessonSections.position)
    .orderBy(asc(lessonSections.position), asc(min(lessonCitations.position)));
}

/** Which live practice items cite which references; never items of a bank that an assessment draws on. */
export async function listPracticeUses(db: Executor, versionId: string): Promise<PracticeUse[]> {
  const examined = alias(assessments, 'examined');
  const examines = db
    .select({ id: examined.id })
    .from(examined)
    .where(and(eq(examined.bankId, items.bankId), eq(examined.kind, 'assessment')));
  return db
    .selectDistinct({ citationKey: references.citationKey, externalId: items.externalId })
    .from(itemCitations)
    .innerJoin(itemVersions, eq(itemVersions.id, itemCitations.itemVersionId))
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .innerJoin(assessments, eq(assessments.bankId, items.bankId))
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .where(
      and(
        eq(assessments.activityVersionId, versionId),
        eq(assessments.kind, 'practice'),
        eq(itemVersions.status, 'live'),
        notExists(examines)
      )
    )
    .orderBy(asc(items.externalId));
}
