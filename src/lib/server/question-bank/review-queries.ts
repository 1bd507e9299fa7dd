import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ItemStatus } from '#lib/domain/question-bank/item-status.ts';
import type { Executor } from '../db/index.ts';
import { itemCitations, items, itemVersions } from '../db/schema/question-bank.ts';
import {
  itemApprovals,
  itemComments,
  itemVersionAuthors,
  reviewSettings
} from '../db/schema/question-bank-review.ts';
import { references } from '../db/schema/reference.ts';

export const versionColumns = {
  id: itemVersions.id,
  itemId: itemVersions.itemId,
  version: itemVersions.version,
  // The table holds no other words: item_versions_status_known.
  status: sql<ItemStatus>`${itemVersions.status}`,
  revision: itemVersions.revision
};

export type VersionRow = NonNullable<Awaited<ReturnType<typeof lockVersion>>>;

/** Locks the row of a version. What else is read of it must be read in a later statement, or it may be the older state. */
export async function lockVersion(tx: Executor, versionId: string) {
  const [row] = await tx
    .select(versionColumns)
    .from(itemVersions)
    .where(eq(itemVersions.id, versionId))
    .for('update');
  return row ?? null;
}

/** Locks the row of an item, so that its versions are numbered one after the other; null where there is none. */
export async function lockItem(tx: Executor, itemId: string): Promise<{ id: string } | null> {
  const [row] = await tx.select({ id: items.id }).from(items).where(eq(items.id, itemId)).for('update');
  return row ?? null;
}

/** The newest version of an item, in whatever state; null where it has none. */
export async function selectOptionalNewestVersion(db: Executor, itemId: string) {
  const [row] = await db
    .select(versionColumns)
    .from(itemVersions)
    .where(eq(itemVersions.itemId, itemId))
    .orderBy(desc(itemVersions.version))
    .limit(1);
  return row ?? null;
}

/** Locks the live version of an item, if it has one. */
export async function lockLiveVersion(tx: Executor, itemId: string) {
  const [row] = await tx
    .select(versionColumns)
    .from(itemVersions)
    .where(and(eq(itemVersions.itemId, itemId), eq(itemVersions.status, 'live')))
    .for('update');
  return row ?? null;
}

/** Who wrote in a version. */
export async function listAuthorIds(db: Executor, versionId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: itemVersionAuthors.personId })
    .from(itemVersionAuthors)
    .where(eq(itemVersionAuthors.itemVersionId, versionId));
  return rows.map(({ personId }) => personId);
}

/** Records that a person wrote in a version, once. */
export async function insertAuthor(
  tx: Executor,
  author: { itemVersionId: string; personId: string }
): Promise<void> {
  await tx.insert(itemVersionAuthors).values(author).onConflictDoNothing();
}

/** All approvals of a version, of earlier revisions too. */
export function listApprovals(db: Executor, versionId: string) {
  return db
    .select({
      kind: itemApprovals.kind,
      revision: itemApprovals.revision,
      approverId: itemApprovals.approverId
    })
    .from(itemApprovals)
    .where(eq(itemApprovals.itemVersionId, versionId));
}

/** Writes a person's approval of one revision. */
export async function insertApproval(
  tx: Executor,
  row: { itemVersionId: string; revision: number; approverId: string; note: string; approvedAt: Date }
): Promise<void> {
  await tx.insert(itemApprovals).values({ id: crypto.randomUUID(), kind: 'review', ...row });
}

/** How many approvals a version needs before it can be published. */
export async function selectApprovalsNeeded(db: Executor): Promise<number> {
  const [row] = await db.select({ needed: reviewSettings.approvalsNeeded }).from(reviewSettings);
  if (!row) throw new Error('The settings of review are missing.');
  return row.needed;
}

/** Citation keys of the retracted references that a version cites. */
export async function listRetractedKeys(db: Executor, versionId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ key: references.citationKey })
    .from(itemCitations)
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .where(and(eq(itemCitations.itemVersionId, versionId), eq(references.status, 'retracted')));
  return rows.map(({ key }) => key);
}

/** How many comments on a version are open. */
export async function selectOpenCommentCount(db: Executor, versionId: string): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(itemComments)
    .where(and(eq(itemComments.itemVersionId, versionId), isNull(itemComments.resolvedAt)));
  return row?.open ?? 0;
}

type StatusUpdate = { status: ItemStatus; revision?: number; publishedAt?: Date; actorId: string; now: Date };

/** Moves a version to another state; the database refuses a move that the rules forbid. */
export async function updateStatus(
  tx: Executor,
  versionId: string,
  { actorId, now, ...changed }: StatusUpdate
): Promise<void> {
  await tx
    .update(itemVersions)
    .set({ ...changed, updatedAt: now, updatedBy: actorId })
    .where(eq(itemVersions.id, versionId));
}

/** Retires a live version. Nothing else of it changes: the database sees to that. */
export async function updateToRetired(tx: Executor, versionId: string, now: Date): Promise<void> {
  await tx
    .update(itemVersions)
    .set({ status: 'retired', retiredAt: now })
    .where(eq(itemVersions.id, versionId));
}
