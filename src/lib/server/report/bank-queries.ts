import { and, asc, eq, gt, inArray, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Difficulty } from '#lib/domain/question-bank/item-draft.ts';
import type { ItemStatus } from '#lib/domain/question-bank/item-status.ts';
import type { Executor } from '../db/index.ts';
import {
  activityVersionObjectives,
  activityVersionReferences,
  activityVersions,
  assessments,
  blueprintCells
} from '../db/schema/activity.ts';
import { lessonCitations, lessonSections } from '../db/schema/lesson.ts';
import {
  itemCitations,
  itemOptions,
  items,
  itemVersions,
  objectives,
  questionBanks
} from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';

/** Code and title of a bank, or null. */
export async function selectOptionalBank(db: Executor, bankId: string) {
  const { id, code, title } = questionBanks;
  const [bank] = await db.select({ id, code, title }).from(questionBanks).where(eq(id, bankId));
  return bank ?? null;
}

const newer = alias(itemVersions, 'newer');

const isNewest = (db: Executor) =>
  notExists(
    db
      .select({ id: newer.id })
      .from(newer)
      .where(and(eq(newer.itemId, itemVersions.itemId), gt(newer.version, itemVersions.version)))
  );

/** A version that is offered, or that is worked on. */
const isCurrent = (db: Executor) => or(eq(itemVersions.status, 'live'), isNewest(db));

/** The newest and the live version of each item of a bank, with the place and length of its key. */
export function listBankVersions(db: Executor, bankId: string) {
  const length = sql`char_length(${itemOptions.text})`;
  return db
    .select({
      itemId: items.id,
      externalId: items.externalId,
      // The tables hold no other words: item_versions_status_known, item_versions_difficulty_known.
      status: sql<ItemStatus>`${itemVersions.status}`,
      isNewest: sql<boolean>`${isNewest(db)}`,
      type: itemVersions.type,
      objectiveId: itemVersions.objectiveId,
      difficulty: sql<Difficulty>`${itemVersions.difficulty}`,
      usableInPretest: itemVersions.usableInPretest,
      lintErrors: itemVersions.lintErrors,
      lintWarnings: itemVersions.lintWarnings,
      lintRules: itemVersions.lintRules,
      options: sql<number>`count(${itemOptions.optionId})::integer`,
      keyPosition: sql<number | null>`min(${itemOptions.position}) filter (where ${itemOptions.isKey})`,
      keyLength: sql<number | null>`max(${length}) filter (where ${itemOptions.isKey})`,
      longestDistractor: sql<number | null>`max(${length}) filter (where not ${itemOptions.isKey})`
    })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .leftJoin(itemOptions, eq(itemOptions.itemVersionId, itemVersions.id))
    .where(and(eq(items.bankId, bankId), isCurrent(db)))
    .groupBy(items.id, itemVersions.id)
    .orderBy(asc(items.externalId));
}

/** The forms of drafts and live activity versions that draw on a bank, a row a cell of their blueprints. */
export function listAskedCells(db: Executor, bankId: string) {
  return db
    .select({
      assessmentId: assessments.id,
      activityVersionId: activityVersions.id,
      activityId: activityVersions.activityId,
      activity: activityVersions.title,
      version: activityVersions.version,
      status: activityVersions.status,
      title: assessments.title,
      pretestItemsOnly: assessments.pretestItemsOnly,
      objectiveId: blueprintCells.objectiveId,
      difficulty: blueprintCells.difficulty,
      count: blueprintCells.count
    })
    .from(assessments)
    .innerJoin(activityVersions, eq(activityVersions.id, assessments.activityVersionId))
    .innerJoin(blueprintCells, eq(blueprintCells.assessmentId, assessments.id))
    .where(and(eq(assessments.bankId, bankId), inArray(activityVersions.status, ['draft', 'live'])))
    .orderBy(asc(activityVersions.title), asc(activityVersions.status), asc(assessments.kind));
}

/** The objectives of activity versions in their wording, in order. */
export function listObjectiveWordings(db: Executor, activityVersionIds: string[]) {
  return db
    .select({ id: objectives.id, code: objectives.code, wording: activityVersionObjectives.wording })
    .from(activityVersionObjectives)
    .innerJoin(objectives, eq(objectives.id, activityVersionObjectives.objectiveId))
    .where(inArray(activityVersionObjectives.activityVersionId, activityVersionIds))
    .orderBy(asc(activityVersionObjectives.position));
}

/** Citations of `references` in the lesson of `activityVersions`. */
const inLesson = (db: Executor) =>
  db
    .select({ id: lessonCitations.sectionId })
    .from(lessonCitations)
    .innerJoin(lessonSections, eq(lessonSections.id, lessonCitations.sectionId))
    .where(
      and(
        eq(lessonSections.lessonId, activityVersions.lessonId),
        eq(lessonCitations.referenceId, references.id)
      )
    );

/** Citations of `references` in the banks that the forms of `activityVersions` draw on. */
const inItem = (db: Executor) =>
  db
    .select({ id: itemCitations.itemVersionId })
    .from(itemCitations)
    .innerJoin(itemVersions, eq(itemVersions.id, itemCitations.itemVersionId))
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .innerJoin(assessments, eq(assessments.bankId, items.bankId))
    .where(
      and(
        eq(assessments.activityVersionId, activityVersions.id),
        eq(itemCitations.referenceId, references.id),
        isCurrent(db)
      )
    );

/** References in the lists of activity versions that neither their lessons nor an item of their banks cites. */
export function listUncitedReferences(db: Executor, activityVersionIds: string[]) {
  const { number, referenceId, activityVersionId } = activityVersionReferences;
  return db
    .selectDistinct({ citationKey: references.citationKey, csl: references.csl, number })
    .from(activityVersionReferences)
    .innerJoin(references, eq(references.id, referenceId))
    .innerJoin(activityVersions, eq(activityVersions.id, activityVersionId))
    .where(
      and(inArray(activityVersions.id, activityVersionIds), notExists(inLesson(db)), notExists(inItem(db)))
    )
    .orderBy(asc(number));
}

/** References in doubt that the newest or live version of an item of the bank cites, a row an item. */
export function listDoubtfulCitations(db: Executor, bankId: string) {
  return db
    .selectDistinct({
      citationKey: references.citationKey,
      status: references.status,
      itemId: items.id,
      externalId: items.externalId
    })
    .from(itemCitations)
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .innerJoin(itemVersions, eq(itemVersions.id, itemCitations.itemVersionId))
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(
      and(
        eq(items.bankId, bankId),
        inArray(references.status, ['retracted', 'expression-of-concern']),
        isCurrent(db)
      )
    )
    .orderBy(asc(references.citationKey), asc(items.externalId));
}
