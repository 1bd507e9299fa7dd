import { diffItems } from '#lib/domain/question-bank/diff-items.ts';
import type { VersionComparison } from '#lib/domain/question-bank/text-diff.ts';
import type { Executor } from '../db/index.ts';
import { listObjectiveCodes, listVersionIds } from './history-queries.ts';
import { readItemDrafts, type ItemVersionDraft } from './read-item-draft.ts';
import { wordDiff } from './word-diff.ts';

async function compare(
  db: Executor,
  { before, after }: { before: ItemVersionDraft; after: ItemVersionDraft }
): Promise<VersionComparison> {
  const codes = await listObjectiveCodes(db);
  const { changes, texts } = diffItems({ before: before.draft, after: after.draft }, codes);
  const named = ({ versionId, version }: ItemVersionDraft) => ({ versionId, version });
  return {
    before: named(before),
    after: named(after),
    changes,
    texts: texts.map((text) => ({ name: text.name, segments: wordDiff(text.before, text.after) }))
  };
}

/** Two versions of an item by their numbers; null where the item has no such versions. */
export async function compareVersions(
  db: Executor,
  which: { itemId: string; before: number; after: number }
): Promise<VersionComparison | null> {
  const ids = await listVersionIds(db, which.itemId);
  const [beforeId, afterId] = [ids.get(which.before), ids.get(which.after)];
  if (beforeId === undefined || afterId === undefined) return null;
  const drafts = await readItemDrafts(db, [beforeId, afterId]);
  const [before, after] = [drafts.get(beforeId), drafts.get(afterId)];
  return before && after ? compare(db, { before, after }) : null;
}
