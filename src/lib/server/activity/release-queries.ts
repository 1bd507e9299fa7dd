import { and, asc, eq, gt, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activityVersionReferences, activityVersions, assessments } from '../db/schema/activity.ts';
import { lessonCitations, lessonSections } from '../db/schema/lesson.ts';
import { itemCitations, items, itemVersions } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';

/** The sections of a version with what the release looks at. */
export function listSectionFacts(db: Executor, lessonId: string) {
  return db
    .select({
      id: lessonSections.id,
      title: lessonSections.title,
      isEmpty: sql<boolean>`btrim(${lessonSections.markdown}) = ''`,
      citations: sql<number>`(select count(*)::int from lesson_citations c where c.section_id = ${lessonSections.id})`,
      withoutPassage: sql<number>`(select count(*)::int from lesson_citations c
        where c.section_id = ${lessonSections.id} and btrim(coalesce(c.passage, '')) = '')`,
      undrawnFigures: sql<number>`(select count(*)::int from lesson_figures f
        where f.section_id = ${lessonSections.id} and f.svg = '')`
    })
    .from(lessonSections)
    .where(eq(lessonSections.lessonId, lessonId))
    .orderBy(asc(lessonSections.position));
}

/** The keys that sections of a version cite although its reference list does not hold them. */
export async function listUnlistedKeys(
  db: Executor,
  { versionId, lessonId }: { versionId: string; lessonId: string }
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ key: references.citationKey })
    .from(lessonCitations)
    .innerJoin(lessonSections, eq(lessonSections.id, lessonCitations.sectionId))
    .innerJoin(references, eq(references.id, lessonCitations.referenceId))
    .leftJoin(
      activityVersionReferences,
      and(
        eq(activityVersionReferences.referenceId, references.id),
        eq(activityVersionReferences.activityVersionId, versionId)
      )
    )
    .where(and(eq(lessonSections.lessonId, lessonId), isNull(activityVersionReferences.referenceId)))
    .orderBy(asc(references.citationKey));
  return rows.map(({ key }) => key);
}

/** The keys that live items of the version's banks cite although its reference list does not hold them, with the items. */
export async function listUnlistedInItems(
  db: Executor,
  versionId: string
): Promise<{ key: string; items: string[] }[]> {
  const isListed = db
    .select({ id: activityVersionReferences.referenceId })
    .from(activityVersionReferences)
    .where(eq(activityVersionReferences.activityVersionId, versionId));
  const rows = await db
    .selectDistinct({ key: references.citationKey, externalId: items.externalId })
    .from(itemCitations)
    .innerJoin(itemVersions, eq(itemVersions.id, itemCitations.itemVersionId))
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .where(and(liveItems(db, versionId), notInArray(references.id, isListed)))
    .orderBy(asc(references.citationKey), asc(items.externalId));
  return [...Map.groupBy(rows, ({ key }) => key)].map(([key, citing]) => ({
    key,
    items: citing.map(({ externalId }) => externalId)
  }));
}

/** The listed references of a version: cited by a section, or by the newest version of an item of its banks? */
export function listReferenceFacts(db: Executor, activityVersionId: string) {
  const listed = activityVersionReferences;
  return db
    .select({
      key: references.citationKey,
      isRetracted: sql<boolean>`${references.status} = 'retracted'`,
      isCited: sql<boolean>`exists (select from lesson_citations c join lesson_sections s on s.id = c.section_id
          join activity_versions v on v.lesson_id = s.lesson_id
          where v.id = ${listed.activityVersionId} and c.reference_id = ${listed.referenceId})
        or exists (select from item_citations c join item_versions n on n.id = c.item_version_id
          join items i on i.id = n.item_id join assessments a on a.bank_id = i.bank_id
          where a.activity_version_id = ${listed.activityVersionId} and c.reference_id = ${listed.referenceId}
            and n.status <> 'retired')`
    })
    .from(listed)
    .innerJoin(references, eq(references.id, listed.referenceId))
    .where(eq(listed.activityVersionId, activityVersionId))
    .orderBy(asc(listed.number));
}

const liveItems = (db: Executor, activityVersionId: string) => {
  const banks = db
    .select({ bankId: assessments.bankId })
    .from(assessments)
    .where(eq(assessments.activityVersionId, activityVersionId));
  return and(inArray(items.bankId, banks), eq(itemVersions.status, 'live'));
};

/** The live items of the version's banks in which the lint found an error. */
export async function listItemsWithErrors(db: Executor, activityVersionId: string): Promise<string[]> {
  const rows = await db
    .select({ externalId: items.externalId })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(and(liveItems(db, activityVersionId), gt(itemVersions.lintErrors, 0)))
    .orderBy(asc(items.externalId));
  return rows.map(({ externalId }) => externalId);
}

/** The live items of the version's banks that cite a retracted reference. */
export async function listItemsCitingRetracted(db: Executor, activityVersionId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ externalId: items.externalId })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .innerJoin(itemCitations, eq(itemCitations.itemVersionId, itemVersions.id))
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .where(and(liveItems(db, activityVersionId), eq(references.status, 'retracted')))
    .orderBy(asc(items.externalId));
  return rows.map(({ externalId }) => externalId);
}

/** Whether the version has an evaluation form. */
export async function selectHasEvaluation(db: Executor, activityVersionId: string): Promise<boolean> {
  const form = sql`(select 1 as one from evaluation_forms where activity_version_id = ${activityVersionId}) as form`;
  return (await db.select({ one: sql`one` }).from(form)).length > 0;
}

/** Retires the live version of the activity, if there is one, and publishes the draft. */
export async function updateReleased(
  tx: Executor,
  { activityId, versionId, now }: { activityId: string; versionId: string; now: Date }
): Promise<void> {
  await tx
    .update(activityVersions)
    .set({ status: 'retired' })
    .where(and(eq(activityVersions.activityId, activityId), eq(activityVersions.status, 'live')));
  await tx
    .update(activityVersions)
    .set({ status: 'live', publishedAt: now })
    .where(eq(activityVersions.id, versionId));
}
