import { and, asc, eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { profiles } from '../db/schema/identity.ts';
import { itemVersions } from '../db/schema/question-bank.ts';
import { itemApprovals, itemVersionAuthors } from '../db/schema/question-bank-review.ts';
import { personName } from './person-name-queries.ts';
import { versionColumns } from './review-queries.ts';

/** A version with its state, or null. */
export async function selectOptionalVersion(db: Executor, versionId: string) {
  const [row] = await db.select(versionColumns).from(itemVersions).where(eq(itemVersions.id, versionId));
  return row ?? null;
}

/** Names of those who wrote in a version, by name. */
export async function listAuthorNames(db: Executor, versionId: string): Promise<string[]> {
  const rows = await db
    .select({ name: personName })
    .from(itemVersionAuthors)
    .innerJoin(profiles, eq(profiles.personId, itemVersionAuthors.personId))
    .where(eq(itemVersionAuthors.itemVersionId, versionId))
    .orderBy(asc(personName));
  return rows.map(({ name }) => name);
}

/** Who approved this revision, the earliest first; a null name is the package with which the item came. */
export async function listApproverNames(
  db: Executor,
  { id, revision }: { id: string; revision: number }
): Promise<(string | null)[]> {
  const rows = await db
    .select({ name: personName, kind: itemApprovals.kind })
    .from(itemApprovals)
    .leftJoin(profiles, eq(profiles.personId, itemApprovals.approverId))
    .where(and(eq(itemApprovals.itemVersionId, id), eq(itemApprovals.revision, revision)))
    .orderBy(asc(itemApprovals.approvedAt));
  return rows.map(({ kind, name }) => (kind === 'package' ? null : name));
}

/** The live version of an item; null where none is. */
export async function selectOptionalLiveVersion(
  db: Executor,
  itemId: string
): Promise<{ id: string; version: number } | null> {
  const [row] = await db
    .select({ id: itemVersions.id, version: itemVersions.version })
    .from(itemVersions)
    .where(and(eq(itemVersions.itemId, itemId), eq(itemVersions.status, 'live')));
  return row ?? null;
}
