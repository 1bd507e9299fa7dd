import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { itemCitations, itemOptions, items, itemTargets, itemVersions } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';

const versionColumns = {
  versionId: itemVersions.id,
  itemId: itemVersions.itemId,
  externalId: items.externalId,
  version: itemVersions.version,
  status: itemVersions.status,
  type: itemVersions.type,
  stem: itemVersions.stem,
  select: itemVersions.select,
  unit: itemVersions.unit,
  keyPoint: itemVersions.keyPoint,
  objectiveId: itemVersions.objectiveId,
  lessonSection: itemVersions.lessonSection
};

const optionColumns = {
  versionId: itemOptions.itemVersionId,
  id: itemOptions.optionId,
  text: itemOptions.text,
  rationale: itemOptions.rationale,
  isKey: itemOptions.isKey,
  matchTargetId: itemOptions.matchTargetId,
  keyPosition: itemOptions.keyPosition,
  tolerance: itemOptions.tolerance
};

const targetColumns = {
  versionId: itemTargets.itemVersionId,
  id: itemTargets.targetId,
  text: itemTargets.text,
  rationale: itemTargets.rationale
};

const citationColumns = {
  versionId: itemCitations.itemVersionId,
  citationKey: references.citationKey,
  locator: itemCitations.locator,
  supports: itemCitations.supports,
  passageKind: itemCitations.passageKind,
  passage: itemCitations.passage,
  url: itemCitations.url
};

export type ItemVersionRow = Awaited<ReturnType<typeof listItemVersions>>[number];
export type ItemOptionRow = Awaited<ReturnType<typeof listItemOptions>>[number];
export type ItemTargetRow = Awaited<ReturnType<typeof listItemTargets>>[number];
export type ItemCitationRow = Awaited<ReturnType<typeof listItemCitations>>[number];

/** The item versions with these ids, without options. */
export function listItemVersions(db: Executor, versionIds: string[]) {
  return db
    .select(versionColumns)
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(inArray(itemVersions.id, versionIds));
}

/** Their options in the authored order. */
export function listItemOptions(db: Executor, versionIds: string[]) {
  return db
    .select(optionColumns)
    .from(itemOptions)
    .where(inArray(itemOptions.itemVersionId, versionIds))
    .orderBy(asc(itemOptions.position));
}

/** The targets of the matching items among them, in the authored order. */
export function listItemTargets(db: Executor, versionIds: string[]) {
  return db
    .select(targetColumns)
    .from(itemTargets)
    .where(inArray(itemTargets.itemVersionId, versionIds))
    .orderBy(asc(itemTargets.position));
}

/** Their citations in the authored order. */
export function listItemCitations(db: Executor, versionIds: string[]) {
  return db
    .select(citationColumns)
    .from(itemCitations)
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .where(inArray(itemCitations.itemVersionId, versionIds))
    .orderBy(asc(itemCitations.position));
}

/** The live version of each item of a bank that has one. */
export function listLiveVersions(db: Executor, bankId: string) {
  return db
    .select({
      versionId: itemVersions.id,
      usableInPretest: itemVersions.usableInPretest,
      difficulty: itemVersions.difficulty
    })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(and(eq(items.bankId, bankId), eq(itemVersions.status, 'live')));
}
