import { asc, desc, eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { profiles } from '../db/schema/identity.ts';
import { items, itemVersions, objectives, questionBanks } from '../db/schema/question-bank.ts';
import { itemApprovals, itemKeptDrafts, itemVersionAuthors } from '../db/schema/question-bank-review.ts';
import { personName } from './person-name-queries.ts';
import { versionColumns } from './review-queries.ts';

/** The ids of an item's versions by their number. */
export async function listVersionIds(db: Executor, itemId: string): Promise<Map<number, string>> {
  const rows = await db
    .select({ id: itemVersions.id, version: itemVersions.version })
    .from(itemVersions)
    .where(eq(itemVersions.itemId, itemId));
  return new Map(rows.map(({ id, version }) => [version, id]));
}

/** The codes of all objectives by id, e.g. `LO1`. */
export async function listObjectiveCodes(db: Executor): Promise<Map<string, string>> {
  const rows = await db.select({ id: objectives.id, code: objectives.code }).from(objectives);
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** How people name an item: the id that its bank gives it, and the bank; null where there is no such item. */
export async function selectOptionalItemName(db: Executor, itemId: string) {
  const [row] = await db
    .select({ externalId: items.externalId, bankId: questionBanks.id, bankTitle: questionBanks.title })
    .from(items)
    .innerJoin(questionBanks, eq(questionBanks.id, items.bankId))
    .where(eq(items.id, itemId));
  return row ?? null;
}

/** All versions of an item, the newest first. */
export function listVersions(db: Executor, itemId: string) {
  return db
    .select({
      ...versionColumns,
      createdAt: itemVersions.createdAt,
      createdBy: personName,
      publishedAt: itemVersions.publishedAt,
      retiredAt: itemVersions.retiredAt
    })
    .from(itemVersions)
    .leftJoin(profiles, eq(profiles.personId, itemVersions.createdBy))
    .where(eq(itemVersions.itemId, itemId))
    .orderBy(desc(itemVersions.version));
}

/** Who wrote in the versions of an item, by name. */
export function listAuthorsOfItem(db: Executor, itemId: string) {
  return db
    .select({ versionId: itemVersionAuthors.itemVersionId, name: personName })
    .from(itemVersionAuthors)
    .innerJoin(itemVersions, eq(itemVersions.id, itemVersionAuthors.itemVersionId))
    .innerJoin(profiles, eq(profiles.personId, itemVersionAuthors.personId))
    .where(eq(itemVersions.itemId, itemId))
    .orderBy(asc(personName));
}

/** Every approval of the versions of an item, of earlier revisions too, the earliest first. */
export function listApprovalsOfItem(db: Executor, itemId: string) {
  return db
    .select({
      versionId: itemApprovals.itemVersionId,
      revision: itemApprovals.revision,
      kind: itemApprovals.kind,
      name: personName,
      note: itemApprovals.note,
      at: itemApprovals.approvedAt
    })
    .from(itemApprovals)
    .innerJoin(itemVersions, eq(itemVersions.id, itemApprovals.itemVersionId))
    .leftJoin(profiles, eq(profiles.personId, itemApprovals.approverId))
    .where(eq(itemVersions.itemId, itemId))
    .orderBy(asc(itemApprovals.approvedAt));
}

/** Texts that saves took out of the versions of an item, the latest first. */
export function listKeptDraftsOfItem(db: Executor, itemId: string) {
  return db
    .select({
      id: itemKeptDrafts.id,
      versionId: itemKeptDrafts.itemVersionId,
      revision: itemKeptDrafts.revision,
      reason: itemKeptDrafts.reason,
      writtenBy: personName,
      at: itemKeptDrafts.keptAt
    })
    .from(itemKeptDrafts)
    .innerJoin(itemVersions, eq(itemVersions.id, itemKeptDrafts.itemVersionId))
    .leftJoin(profiles, eq(profiles.personId, itemKeptDrafts.writtenBy))
    .where(eq(itemVersions.itemId, itemId))
    .orderBy(desc(itemKeptDrafts.keptAt));
}
