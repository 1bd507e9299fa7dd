import { and, desc, eq, inArray } from 'drizzle-orm';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import type { Executor } from '../db/index.ts';
import { auditEvents, profiles } from '../db/schema/identity.ts';
import { items, itemTags, itemVersions, objectives, questionBanks } from '../db/schema/question-bank.ts';
import { personName } from './person-name-queries.ts';

/** The action under which a stretch of editing stands in the audit trail. */
export const SAVE_ACTION = 'question-bank.save-item-draft';

/** Who last began a stretch of editing this version, and when; null where nobody did. */
export async function selectOptionalLastStretch(db: Executor, versionId: string) {
  const { actorId, at, action, subjectKind, subjectId } = auditEvents;
  const [row] = await db
    .select({ actorId, at })
    .from(auditEvents)
    .where(and(eq(subjectKind, 'item-version'), eq(subjectId, versionId), eq(action, SAVE_ACTION)))
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return row ?? null;
}

/** Whether there is an objective with this id. */
export async function existsObjective(db: Executor, objectiveId: string): Promise<boolean> {
  const rows = await db.select({ id: objectives.id }).from(objectives).where(eq(objectives.id, objectiveId));
  return rows.length > 0;
}

type Content = Pick<
  ItemDraft,
  | 'type'
  | 'stem'
  | 'select'
  | 'unit'
  | 'keyPoint'
  | 'objectiveId'
  | 'difficulty'
  | 'lessonSection'
  | 'usableInPretest'
>;

const contentOf = (draft: ItemDraft): Content => ({
  type: draft.type,
  stem: draft.stem,
  select: draft.select,
  unit: draft.unit,
  keyPoint: draft.keyPoint,
  objectiveId: draft.objectiveId,
  difficulty: draft.difficulty,
  lessonSection: draft.lessonSection,
  usableInPretest: draft.usableInPretest
});

type Saved = { versionId: string; revision: number; draft: ItemDraft; actorId: string; now: Date };

/** Writes the content of a draft that stands in its own row, under its new revision. */
export async function updateDraftContent(
  tx: Executor,
  { versionId, revision, draft, actorId, now }: Saved
): Promise<void> {
  await tx
    .update(itemVersions)
    .set({ ...contentOf(draft), revision, updatedAt: now, updatedBy: actorId })
    .where(eq(itemVersions.id, versionId));
}

type FirstVersion = { versionId: string; itemId: string; draft: ItemDraft; actorId: string; now: Date };

/** Writes the first version of an item as a draft, as yet without its parts. */
export async function insertFirstVersion(
  tx: Executor,
  { versionId, itemId, draft, actorId, now }: FirstVersion
): Promise<void> {
  const written = { createdAt: now, createdBy: actorId, updatedAt: now, updatedBy: actorId };
  const place = { id: versionId, itemId, version: 1, status: 'draft' };
  await tx.insert(itemVersions).values({ ...place, ...contentOf(draft), ...written });
}

/** Locks a bank, so that the ids of its new items are given one after the other; null where there is none. */
export async function lockBank(tx: Executor, bankId: string): Promise<{ id: string } | null> {
  const [row] = await tx
    .select({ id: questionBanks.id })
    .from(questionBanks)
    .where(eq(questionBanks.id, bankId))
    .for('update');
  return row ?? null;
}

/** The ids that items carry in their bank's packages. */
export async function listExternalIds(db: Executor, bankId: string): Promise<string[]> {
  const rows = await db.select({ externalId: items.externalId }).from(items).where(eq(items.bankId, bankId));
  return rows.map(({ externalId }) => externalId);
}

/** Writes an item, as yet without a version. */
export async function insertItem(tx: Executor, row: typeof items.$inferInsert): Promise<void> {
  await tx.insert(items).values(row);
}

/** The tags of an item in the order of the alphabet. */
export async function listTags(db: Executor, itemId: string): Promise<string[]> {
  const rows = await db.select({ tag: itemTags.tag }).from(itemTags).where(eq(itemTags.itemId, itemId));
  return rows.map(({ tag }) => tag).toSorted();
}

/** Adds tags to an item and takes others off; the rest stays, whoever gave it. */
export async function updateTags(
  tx: Executor,
  itemId: string,
  { added, removed }: { added: string[]; removed: string[] }
): Promise<void> {
  if (removed.length > 0)
    await tx.delete(itemTags).where(and(eq(itemTags.itemId, itemId), inArray(itemTags.tag, removed)));
  if (added.length > 0)
    await tx
      .insert(itemTags)
      .values(added.map((tag) => ({ itemId, tag })))
      .onConflictDoNothing();
}

/** The name of a person; null where the id is null. */
export async function selectOptionalName(db: Executor, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const [row] = await db.select({ name: personName }).from(profiles).where(eq(profiles.personId, personId));
  return row?.name ?? null;
}

/** A bank by its id, or null. */
export async function selectOptionalBank(
  db: Executor,
  bankId: string
): Promise<{ id: string; title: string } | null> {
  const { id, title } = questionBanks;
  const [row] = await db.select({ id, title }).from(questionBanks).where(eq(id, bankId));
  return row ?? null;
}
