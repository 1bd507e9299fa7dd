import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import type { Executor } from '../db/index.ts';
import { assembleItem } from './assemble-item.ts';
import { listItemCitations, listItemOptions, listItemTargets, listItemVersions } from './queries.ts';

/** Published versions never change (a trigger sees to it), so what was read once is right for good. */
const published = new Map<string, KeyedItem>();

/** A few kilobytes an item: about 20 MB at most. */
const MOST_KEPT = 5_000;

function keep(item: KeyedItem): void {
  if (published.size >= MOST_KEPT) published.clear();
  published.set(item.versionId, item);
}

async function load(
  db: Executor,
  versionIds: string[]
): Promise<{ item: KeyedItem; isPublished: boolean }[]> {
  const versions = await listItemVersions(db, versionIds);
  const options = await listItemOptions(db, versionIds);
  const targets = await listItemTargets(db, versionIds);
  const citations = await listItemCitations(db, versionIds);
  return versions.map((row) => {
    const own = (part: { versionId: string }) => part.versionId === row.versionId;
    const item = assembleItem(row, {
      options: options.filter(own),
      targets: targets.filter(own),
      citations: citations.filter(own)
    });
    return { item, isPublished: row.status === 'live' || row.status === 'retired' };
  });
}

/**
 * Items with their keys, by id of the version. Published versions come from memory after the first time. An id that
 * does not exist has no entry. What is read here stays on the server: `toPublicItem` is the way out.
 */
export async function readKeyedItems(db: Executor, versionIds: string[]): Promise<Map<string, KeyedItem>> {
  const found = new Map<string, KeyedItem>();
  for (const id of versionIds) {
    const known = published.get(id);
    if (known) found.set(id, known);
  }
  const missing = [...new Set(versionIds)].filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  for (const { item, isPublished } of await load(db, missing)) {
    found.set(item.versionId, item);
    if (isPublished) keep(item);
  }
  return found;
}

/** One item with its key. Throws where the version does not exist. */
export async function readKeyedItem(db: Executor, versionId: string): Promise<KeyedItem> {
  const item = (await readKeyedItems(db, [versionId])).get(versionId);
  if (!item) throw new Error(`There is no item version ${versionId}`);
  return item;
}
