import { asc, eq } from 'drizzle-orm';
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

/** The version with what surrounds its content, or null. */
export async function selectOptionalDraftVersion(db: Executor, versionId: string) {
  const [row] = await db
    .select(versionColumns)
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(eq(itemVersions.id, versionId));
  return row ?? null;
}

/** The options of the version in their order. */
export function listDraftOptions(db: Executor, versionId: string) {
  return db
    .select({
      id: itemOptions.optionId,
      text: itemOptions.text,
      rationale: itemOptions.rationale,
      isKey: itemOptions.isKey,
      matchTargetId: itemOptions.matchTargetId,
      keyPosition: itemOptions.keyPosition,
      tolerance: itemOptions.tolerance
    })
    .from(itemOptions)
    .where(eq(itemOptions.itemVersionId, versionId))
    .orderBy(asc(itemOptions.position));
}

/** The targets of the version in their order. */
export function listDraftTargets(db: Executor, versionId: string) {
  return db
    .select({
      id: itemTargets.targetId,
      text: itemTargets.text,
      rationale: itemTargets.rationale
    })
    .from(itemTargets)
    .where(eq(itemTargets.itemVersionId, versionId))
    .orderBy(asc(itemTargets.position));
}

/** The citations of the version in their order. */
export function listDraftCitations(db: Executor, versionId: string) {
  return db
    .select({
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
    .where(eq(itemCitations.itemVersionId, versionId))
    .orderBy(asc(itemCitations.position));
}
