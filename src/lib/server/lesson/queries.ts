import { and, asc, desc, eq, min, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PracticeUse, SectionUse } from '#lib/domain/lesson/reference-uses.ts';
import type { Executor } from '../db/index.ts';
import { assessments } from '../db/schema/activity.ts';
import { lessonCitations, lessonFigures, lessonSections, sectionProgress } from '../db/schema/lesson.ts';
import { itemCitations, items, itemVersions } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';
import type { StoredFigure } from './insert-figures.ts';

/** The Markdown of a section. */
export async function selectMarkdown(db: Executor, sectionId: string): Promise<string> {
  const [section] = await db
    .select({ markdown: lessonSections.markdown })
    .from(lessonSections)
    .where(eq(lessonSections.id, sectionId));
  if (!section) throw new Error(`There is no lesson section ${sectionId}.`);
  return section.markdown;
}

/** The figures of a section. */
export async function listFigures(db: Executor, sectionId: string): Promise<StoredFigure[]> {
  const { figureId, alt, caption, svg } = lessonFigures;
  return db
    .select({ figureId, alt, caption, svg })
    .from(lessonFigures)
    .where(eq(lessonFigures.sectionId, sectionId));
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

/** Notes that the person opened the section; the first time counts. */
export async function insertSectionProgress(
  db: Executor,
  row: { personId: string; sectionId: string; openedAt: Date }
): Promise<void> {
  await db.insert(sectionProgress).values(row).onConflictDoNothing();
}

/** The slug of the furthest section that the person opened, or null. */
export async function selectOptionalFurthestSlug(
  db: Executor,
  which: { personId: string; lessonId: string }
): Promise<string | null> {
  const [furthest] = await db
    .select({ slug: lessonSections.slug })
    .from(sectionProgress)
    .innerJoin(lessonSections, eq(lessonSections.id, sectionProgress.sectionId))
    .where(and(eq(sectionProgress.personId, which.personId), eq(lessonSections.lessonId, which.lessonId)))
    .orderBy(desc(lessonSections.position))
    .limit(1);
  return furthest?.slug ?? null;
}
