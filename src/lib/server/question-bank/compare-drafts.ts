import { diffItems } from '#lib/domain/question-bank/diff-items.ts';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import type { TextDiff } from '#lib/domain/question-bank/text-diff.ts';
import type { Executor } from '../db/index.ts';
import { listObjectiveCodes } from './history-queries.ts';
import { wordDiff } from './word-diff.ts';

/** What differs between two drafts of the same version: in plain words, then text by text. */
export async function compareDrafts(
  db: Executor,
  drafts: { before: ItemDraft; after: ItemDraft }
): Promise<{ changes: string[]; texts: TextDiff[] }> {
  const { changes, texts } = diffItems(drafts, await listObjectiveCodes(db));
  return {
    changes,
    texts: texts.map(({ name, before, after }) => ({ name, segments: wordDiff(before, after) }))
  };
}
