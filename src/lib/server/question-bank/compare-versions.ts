import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { diffItems } from '#lib/domain/question-bank/diff-items.ts';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import type { VersionComparison } from '#lib/domain/question-bank/text-diff.ts';
import type { Executor } from '../db/index.ts';
import { listObjectiveCodes, listVersionIds, selectOptionalKeptDraft } from './history-queries.ts';
import { readItemDraft, readItemDrafts, type ItemVersionDraft } from './read-item-draft.ts';
import { wordDiff } from './word-diff.ts';

type Side = { label: string; draft: ItemDraft } & Pick<ItemVersionDraft, 'versionId' | 'version'>;

const sideOf = ({ versionId, version, draft }: ItemVersionDraft): Side => ({
  ...{ versionId, version, draft },
  label: `Version ${version}`
});

async function compare(
  db: Executor,
  { before, after }: { before: Side; after: Side }
): Promise<VersionComparison> {
  const codes = await listObjectiveCodes(db);
  const { changes, texts } = diffItems({ before: before.draft, after: after.draft }, codes);
  const named = ({ versionId, version, label }: Side) => ({ versionId, version, label });
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
  return before && after ? compare(db, { before: sideOf(before), after: sideOf(after) }) : null;
}

/** A text that a save took out of a version, compared with the version as it is; null where nothing was kept. */
export async function compareKeptDraft(
  db: Executor,
  which: { itemId: string; keptId: string }
): Promise<VersionComparison | null> {
  const kept = await selectOptionalKeptDraft(db, which);
  const now = kept && (await readItemDraft(db, kept.versionId));
  if (!kept || !now) return null;
  const before = { ...sideOf(now), draft: kept.draft, label: `Kept on ${calendarDayOf(kept.at)}` };
  return compare(db, { before, after: { ...sideOf(now), label: `Version ${now.version} as it is` } });
}
