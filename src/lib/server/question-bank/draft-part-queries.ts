import { eq, inArray } from 'drizzle-orm';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import type { Executor } from '../db/index.ts';
import { itemCitations, itemOptions, itemTargets } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';

/** Reference ids by citation key; keys that the library does not hold have no entry. */
export async function listReferenceIds(db: Executor, keys: string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select({ id: references.id, key: references.citationKey })
    .from(references)
    .where(inArray(references.citationKey, keys));
  return new Map(rows.map(({ id, key }) => [key, id]));
}

async function insertTargets(tx: Executor, itemVersionId: string, { targets }: ItemDraft): Promise<void> {
  const rows = targets.map(({ id, text, rationale }, index) => ({
    itemVersionId,
    targetId: id,
    position: index + 1,
    text,
    rationale: rationale === '' ? null : rationale
  }));
  if (rows.length > 0) await tx.insert(itemTargets).values(rows);
}

async function insertOptions(tx: Executor, itemVersionId: string, { options }: ItemDraft): Promise<void> {
  const rows = options.map(({ id, ...option }, index) => ({
    itemVersionId,
    optionId: id,
    position: index + 1,
    ...option
  }));
  if (rows.length > 0) await tx.insert(itemOptions).values(rows);
}

type CitationInput = { draft: ItemDraft; referenceIds: ReadonlyMap<string, string> };

async function insertCitations(
  tx: Executor,
  itemVersionId: string,
  { draft, referenceIds }: CitationInput
): Promise<void> {
  const rows = draft.citations.map(({ citationKey, locator, url, ...citation }, index) => {
    const referenceId = referenceIds.get(citationKey);
    if (referenceId === undefined) throw new Error(`The library holds no reference ${citationKey}`);
    return {
      itemVersionId,
      position: index + 1,
      referenceId,
      ...citation,
      locator: locator === '' ? null : locator,
      url: url === '' ? null : url
    };
  });
  if (rows.length > 0) await tx.insert(itemCitations).values(rows);
}

/** Replaces options, targets and citations of a version that can be edited. Citation keys are in the library: check first. */
export async function replaceDraftParts(tx: Executor, versionId: string, draft: ItemDraft): Promise<void> {
  const referenceIds = await listReferenceIds(
    tx,
    draft.citations.map(({ citationKey }) => citationKey)
  );
  await tx.delete(itemOptions).where(eq(itemOptions.itemVersionId, versionId));
  await tx.delete(itemTargets).where(eq(itemTargets.itemVersionId, versionId));
  await tx.delete(itemCitations).where(eq(itemCitations.itemVersionId, versionId));
  await insertTargets(tx, versionId, draft);
  await insertOptions(tx, versionId, draft);
  await insertCitations(tx, versionId, { draft, referenceIds });
}
