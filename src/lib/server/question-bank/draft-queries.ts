import { asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { itemCitations, itemOptions, items, itemTargets, itemVersions } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';

const versionColumns = {
  versionId: itemVersions.id,
  itemId: itemVersions.itemId,
  externalId: items.externalId,
  bankId: items.bankId,
  version: itemVersions.version,
  status: itemVersions.status,
  revision: itemVersions.revision,
  type: itemVersions.type,
  stem: itemVersions.stem,
  select: itemVersions.select,
  unit: itemVersions.unit,
  keyPoint: itemVersions.keyPoint,
  objectiveId: itemVersions.objectiveId,
  difficulty: itemVersions.difficulty,
  lessonSection: itemVersions.lessonSection,
  usableInPretest: itemVersions.usableInPretest,
  createdBy: itemVersions.createdBy,
  createdAt: itemVersions.createdAt,
  updatedAt: itemVersions.updatedAt,
  updatedBy: itemVersions.updatedBy,
  publishedAt: itemVersions.publishedAt,
  retiredAt: itemVersions.retiredAt
};

/** The versions with what surrounds their content. */
export function listDraftVersions(db: Executor, versionIds: string[]) {
  return db
    .select(versionColumns)
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(inArray(itemVersions.id, versionIds));
}

/** Their options in order. */
export function listDraftOptions(db: Executor, versionIds: string[]) {
  return db
    .select({
      versionId: itemOptions.itemVersionId,
      id: itemOptions.optionId,
      text: itemOptions.text,
      rationale: itemOptions.rationale,
      isKey: itemOptions.isKey,
      matchTargetId: itemOptions.matchTargetId,
      keyPosition: itemOptions.keyPosition,
      tolerance: itemOptions.tolerance
    })
    .from(itemOptions)
    .where(inArray(itemOptions.itemVersionId, versionIds))
    .orderBy(asc(itemOptions.position));
}

/** Their targets in order. */
export function listDraftTargets(db: Executor, versionIds: string[]) {
  return db
    .select({
      versionId: itemTargets.itemVersionId,
      id: itemTargets.targetId,
      text: itemTargets.text,
      rationale: itemTargets.rationale
    })
    .from(itemTargets)
    .where(inArray(itemTargets.itemVersionId, versionIds))
    .orderBy(asc(itemTargets.position));
}

/** Their citations in order. */
export function listDraftCitations(db: Executor, versionIds: string[]) {
  return db
    .select({
      versionId: itemCitations.itemVersionId,
      citationKey: references.citationKey,
      locator: itemCitations.locator,
      supports: itemCitations.supports,
      passageKind: itemCitations.passageKind,
      passage: itemCitations.passage,
      verification: itemCitations.verification,
      url: itemCitations.url
    })
    .from(itemCitations)
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .where(inArray(itemCitations.itemVersionId, versionIds))
    .orderBy(asc(itemCitations.position));
}
