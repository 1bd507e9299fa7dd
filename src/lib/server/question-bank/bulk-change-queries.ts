import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { ItemStatus } from '#lib/domain/question-bank/item-status.ts';
import type { BulkEntry } from '#lib/domain/question-bank/plan-bulk-change.ts';
import type { Executor } from '../db/index.ts';
import { items, itemVersions } from '../db/schema/question-bank.ts';
import { bulkChanges } from '../db/schema/question-bank-review.ts';

/** Keeps what a bulk change did. */
export async function insertBulkChange(
  tx: Executor,
  row: { id: string; kind: string; value: string; madeBy: string; madeAt: Date; entries: BulkEntry[] }
): Promise<void> {
  await tx.insert(bulkChanges).values(row);
}

/** The revisions of these versions. */
export function listRevisions(db: Executor, versionIds: string[]) {
  return db
    .select({ versionId: itemVersions.id, revision: itemVersions.revision })
    .from(itemVersions)
    .where(inArray(itemVersions.id, versionIds));
}

type Touched = { versionIds: string[]; madeBy: string; madeAt: Date };

/** How versions that a bulk change touched stand now: what was added to them by others, or since. */
export function listTouched(db: Executor, { versionIds, madeBy, madeAt }: Touched) {
  const since = madeAt.toISOString();
  return db
    .select({
      versionId: itemVersions.id,
      // The table holds no other words: item_versions_status_known.
      status: sql<ItemStatus>`${itemVersions.status}`,
      revision: itemVersions.revision,
      // Names written out: of one table Drizzle leaves them bare, and the inner table would claim them.
      isApproved: sql<boolean>`exists (select from item_approvals a
        where a.item_version_id = item_versions.id and a.revision = item_versions.revision)`,
      hasFollowers: sql<boolean>`exists (select from item_comments c where c.item_version_id = item_versions.id)
        or exists (select from item_kept_drafts k where k.item_version_id = item_versions.id)
        or exists (select from item_lint_overrides o
          where o.item_version_id = item_versions.id and o.created_at > ${since})
        or exists (select from item_version_authors w
          where w.item_version_id = item_versions.id and w.person_id <> ${madeBy})`
    })
    .from(itemVersions)
    .where(inArray(itemVersions.id, versionIds));
}

/** The bulk changes of a person since an instant that are not undone, the newest first. */
export function listRecent(db: Executor, { personId, since }: { personId: string; since: Date }) {
  return db
    .select({
      id: bulkChanges.id,
      kind: bulkChanges.kind,
      value: bulkChanges.value,
      madeAt: bulkChanges.madeAt,
      entries: bulkChanges.entries
    })
    .from(bulkChanges)
    .where(and(eq(bulkChanges.madeBy, personId), gt(bulkChanges.madeAt, since), isNull(bulkChanges.undoneAt)))
    .orderBy(desc(bulkChanges.madeAt))
    .limit(5);
}

/** Locks a change of this person that is not undone yet; null where there is none. */
export async function lockBulkChange(tx: Executor, { id, personId }: { id: string; personId: string }) {
  const [row] = await tx
    .select({
      kind: bulkChanges.kind,
      value: bulkChanges.value,
      madeAt: bulkChanges.madeAt,
      entries: bulkChanges.entries
    })
    .from(bulkChanges)
    .where(and(eq(bulkChanges.id, id), eq(bulkChanges.madeBy, personId), isNull(bulkChanges.undoneAt)))
    .for('update');
  return row ?? null;
}

/** Notes that a change was undone. */
export async function updateUndone(
  tx: Executor,
  { id, personId, now }: { id: string; personId: string; now: Date }
) {
  await tx.update(bulkChanges).set({ undoneAt: now, undoneBy: personId }).where(eq(bulkChanges.id, id));
}

/** The bank and the external id of each of these items. */
export function listPlaces(db: Executor, itemIds: string[]) {
  return db
    .select({ itemId: items.id, bankId: items.bankId, externalId: items.externalId })
    .from(items)
    .where(inArray(items.id, itemIds));
}

/** The external ids that are taken in these banks. */
export function listTakenIds(db: Executor, bankIds: string[]) {
  return db
    .select({ bankId: items.bankId, externalId: items.externalId })
    .from(items)
    .where(inArray(items.bankId, bankIds));
}
