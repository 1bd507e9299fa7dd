import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { items, itemTags, itemVersions } from '../db/schema/question-bank.ts';
import { itemVersionAuthors } from '../db/schema/question-bank-review.ts';

/** `null`: no objective, as a draft may be. */
export type Edit = { column: 'objective'; value: string | null } | { column: 'difficulty'; value: string };

const setOf = (edit: Edit) =>
  edit.column === 'objective' ? { objectiveId: edit.value } : { difficulty: edit.value };

type Change = { versionIds: string[]; actorId: string; now: Date };

/** Records that a person wrote in these versions. */
export async function insertAuthors(tx: Executor, versionIds: string[], personId: string): Promise<void> {
  if (versionIds.length === 0) return;
  const rows = versionIds.map((itemVersionId) => ({ itemVersionId, personId }));
  await tx.insert(itemVersionAuthors).values(rows).onConflictDoNothing();
}

/** Changes objective or difficulty of versions that can be edited; the revision rises. */
export async function updateEdited(
  tx: Executor,
  { versionIds, actorId, now }: Change,
  edit: Edit
): Promise<void> {
  if (versionIds.length === 0) return;
  const revision = sql`${itemVersions.revision} + 1`;
  await tx
    .update(itemVersions)
    .set({ ...setOf(edit), revision, updatedAt: now, updatedBy: actorId })
    .where(inArray(itemVersions.id, versionIds));
}

/** Takes versions out of review, back to their authors: approvals of the former revision are void. */
export async function updateToDraft(
  tx: Executor,
  { versionIds, actorId, now }: Change,
  status: 'draft' | 'changes-asked' = 'draft'
): Promise<void> {
  if (versionIds.length === 0) return;
  const revision = sql`${itemVersions.revision} + 1`;
  await tx
    .update(itemVersions)
    .set({ status, revision, updatedAt: now, updatedBy: actorId })
    .where(inArray(itemVersions.id, versionIds));
}

/** Gives drafts to their reviewers; who submits what nobody wrote in answers for it. */
export async function updateToReview(tx: Executor, { versionIds, actorId, now }: Change): Promise<void> {
  if (versionIds.length === 0) return;
  const written = tx
    .select({ id: itemVersionAuthors.itemVersionId })
    .from(itemVersionAuthors)
    .where(inArray(itemVersionAuthors.itemVersionId, versionIds));
  const bare = tx
    .select({ itemVersionId: itemVersions.id, personId: sql<string>`${actorId}::uuid`.as('person_id') })
    .from(itemVersions)
    .where(and(inArray(itemVersions.id, versionIds), sql`${itemVersions.id} not in ${written}`));
  await tx.insert(itemVersionAuthors).select(bare);
  await tx
    .update(itemVersions)
    .set({ status: 'in-review', updatedAt: now, updatedBy: actorId })
    .where(inArray(itemVersions.id, versionIds));
}

/** Retires live versions. */
export async function updateToRetired(tx: Executor, { versionIds, now }: Change): Promise<void> {
  if (versionIds.length === 0) return;
  await tx
    .update(itemVersions)
    .set({ status: 'retired', retiredAt: now })
    .where(inArray(itemVersions.id, versionIds));
}

/** Gives items a tag; those that have it keep it. */
export async function insertTags(tx: Executor, itemIds: string[], tag: string): Promise<void> {
  if (itemIds.length === 0) return;
  await tx
    .insert(itemTags)
    .values(itemIds.map((itemId) => ({ itemId, tag })))
    .onConflictDoNothing();
}

/** Takes a tag from items. */
export async function deleteTags(tx: Executor, itemIds: string[], tag: string): Promise<void> {
  if (itemIds.length === 0) return;
  await tx.delete(itemTags).where(and(inArray(itemTags.itemId, itemIds), eq(itemTags.tag, tag)));
}

/** Moves items to a bank. */
export async function updateBank(tx: Executor, itemIds: string[], bankId: string): Promise<void> {
  if (itemIds.length > 0) await tx.update(items).set({ bankId }).where(inArray(items.id, itemIds));
}
