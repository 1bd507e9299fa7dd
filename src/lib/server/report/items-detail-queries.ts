import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { attemptItems } from '../db/schema/attempt.ts';
import { profiles } from '../db/schema/identity.ts';
import { itemCitations, itemTags, itemVersions } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';

/** The tags of these items. */
export function listTags(db: Executor, itemIds: string[]) {
  return db
    .select({ itemId: itemTags.itemId, tag: itemTags.tag })
    .from(itemTags)
    .where(inArray(itemTags.itemId, itemIds))
    .orderBy(asc(itemTags.tag));
}

/** What these versions cite. */
export function listCited(db: Executor, versionIds: string[]) {
  return db
    .selectDistinct({
      versionId: itemCitations.itemVersionId,
      key: references.citationKey,
      status: references.status
    })
    .from(itemCitations)
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .where(inArray(itemCitations.itemVersionId, versionIds))
    .orderBy(asc(references.citationKey));
}

/** The live version of those of these items that have one. */
export function listLiveVersions(db: Executor, itemIds: string[]) {
  return db
    .select({ itemId: itemVersions.itemId, versionId: itemVersions.id, version: itemVersions.version })
    .from(itemVersions)
    .where(and(inArray(itemVersions.itemId, itemIds), eq(itemVersions.status, 'live')));
}

/** In how many attempts each of these items stood, whatever its version. */
export function listUses(db: Executor, itemIds: string[]) {
  return db
    .select({ itemId: itemVersions.itemId, attempts: sql<number>`count(*)::int` })
    .from(attemptItems)
    .innerJoin(itemVersions, eq(itemVersions.id, attemptItems.itemVersionId))
    .where(inArray(itemVersions.itemId, itemIds))
    .groupBy(itemVersions.itemId);
}

/** The names of these people. */
export function listNames(db: Executor, personIds: string[]) {
  return db
    .select({
      personId: profiles.personId,
      name: sql<string>`btrim(${profiles.givenName} || ' ' || ${profiles.familyName})`
    })
    .from(profiles)
    .where(inArray(profiles.personId, personIds));
}

/** Every tag that items of these banks carry. */
export async function listTagsInUse(db: Executor, bankIds: string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ tag: itemTags.tag })
    .from(itemTags)
    .where(sql`${itemTags.itemId} in (select id from items where bank_id in ${bankIds})`)
    .orderBy(asc(itemTags.tag));
  return rows.map(({ tag }) => tag);
}
