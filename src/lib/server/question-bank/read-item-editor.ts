import type { ItemComment } from '#lib/domain/question-bank/item-comment.ts';
import type { ItemEditorView } from '#lib/domain/question-bank/item-editor-view.ts';
import { formOfDraft } from '#lib/domain/question-bank/item-form.ts';
import type { Executor } from '../db/index.ts';
import { listKeptDrafts, selectOptionalKeptDraft } from './kept-draft-queries.ts';
import { readTypingContext } from './lint-context.ts';
import { listItemComments } from './list-item-comments.ts';
import { listLintOverrides } from './list-lint-overrides.ts';
import { readItemDraft, type ItemVersionDraft } from './read-item-draft.ts';
import { listTags, selectOptionalName } from './save-queries.ts';

/** A version with all that its editor shows. Throws where there is none. */
export async function readItemEditor(
  db: Executor,
  versionId: string
): Promise<{ shown: ItemVersionDraft; view: ItemEditorView; comments: ItemComment[] }> {
  const shown = await readItemDraft(db, versionId);
  if (shown === null) throw new Error(`There is no item version ${versionId}`);
  const { itemId, bankId, draft, updatedAt, updatedBy } = shown;
  const tags = await listTags(db, itemId);
  return {
    shown,
    view: {
      ...{ itemId, versionId, revision: shown.revision, tags },
      form: formOfDraft(draft, tags),
      lintContext: await readTypingContext(db, { itemId, bankId }),
      overrides: await listLintOverrides(db, versionId),
      edited: updatedAt === null ? null : { at: updatedAt, by: await selectOptionalName(db, updatedBy) },
      copies: await listKeptDrafts(db, itemId)
    },
    comments: await listItemComments(db, versionId)
  };
}

/** A kept copy of an item with its content; null where the item has none with this id. */
export const readKeptDraft = (db: Executor, which: { copyId: string; itemId: string }) =>
  selectOptionalKeptDraft(db, which);
