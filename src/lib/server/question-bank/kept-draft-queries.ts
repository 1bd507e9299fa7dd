import { and, desc, eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { profiles } from '../db/schema/identity.ts';
import { itemKeptDrafts } from '../db/schema/question-bank-review.ts';
import { itemVersions } from '../db/schema/question-bank.ts';
import { personName } from './person-name-queries.ts';

type NewCopy = Omit<typeof itemKeptDrafts.$inferInsert, 'id'>;

/** Keeps text that a save takes out of a version. */
export async function insertKeptDraft(tx: Executor, copy: NewCopy): Promise<void> {
  await tx.insert(itemKeptDrafts).values({ id: crypto.randomUUID(), ...copy });
}

const copyColumns = {
  id: itemKeptDrafts.id,
  reason: itemKeptDrafts.reason,
  byName: personName,
  keptAt: itemKeptDrafts.keptAt
};

/** What is kept of the versions of an item, the newest first. */
export function listKeptDrafts(db: Executor, itemId: string) {
  return db
    .select({ ...copyColumns, version: itemVersions.version })
    .from(itemKeptDrafts)
    .innerJoin(itemVersions, eq(itemVersions.id, itemKeptDrafts.itemVersionId))
    .leftJoin(profiles, eq(profiles.personId, itemKeptDrafts.writtenBy))
    .where(eq(itemVersions.itemId, itemId))
    .orderBy(desc(itemKeptDrafts.keptAt));
}

/** One kept copy with its content; null where the item has none with this id. */
export async function selectOptionalKeptDraft(
  db: Executor,
  { copyId, itemId }: { copyId: string; itemId: string }
) {
  const [row] = await db
    .select({ ...copyColumns, version: itemVersions.version, draft: itemKeptDrafts.draft })
    .from(itemKeptDrafts)
    .innerJoin(itemVersions, eq(itemVersions.id, itemKeptDrafts.itemVersionId))
    .leftJoin(profiles, eq(profiles.personId, itemKeptDrafts.writtenBy))
    .where(and(eq(itemKeptDrafts.id, copyId), eq(itemVersions.itemId, itemId)));
  return row ?? null;
}
