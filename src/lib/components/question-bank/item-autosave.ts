import type { SaveAnswer } from '#lib/components/ui/save-answer.ts';
import type { DraftAnswer, DraftConflict } from '#lib/domain/question-bank/item-editor-view.ts';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import { draftOfForm } from '#lib/domain/question-bank/item-form.ts';
import { readItemForm } from '#lib/domain/question-bank/read-item-form.ts';
import { isSameDraft } from '#lib/domain/question-bank/same-draft.ts';

/** The text fields of a form with all of their values, as `readItemForm` takes them. */
export function postedFields(pairs: Iterable<[string, FormDataEntryValue]>): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of pairs)
    if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value]);
  return fields;
}

type Options = {
  send: (fields: FormData) => Promise<DraftAnswer>;
  /** Shows why it was not saved; null and none where it was. */
  show: (conflict: DraftConflict | null, problems: FieldProblem[]) => void;
  /** The tags as they were sent and are stored now. */
  saved: (tags: string) => void;
};

/**
 * Sends drafts for autosave. A draft that was stored although its answer got lost comes back as a conflict with oneself:
 * then the present one is sent again on top of it, and nobody is asked.
 */
export function createDraftSender({ send, show, saved }: Options): (fields: FormData) => Promise<SaveAnswer> {
  let unanswered: ItemDraft[] = [];
  return async (fields) => {
    const { form } = readItemForm(postedFields(fields));
    let answer = await send(fields);
    if (answer.kind === 'conflict') {
      const stored = draftOfForm(answer.conflict.theirs);
      if (unanswered.some((sent) => isSameDraft(sent, stored))) {
        fields.set('baseRevision', String(answer.conflict.revision));
        answer = await send(fields);
      }
    }
    unanswered = answer.kind === 'unanswered' ? [...unanswered, draftOfForm(form)] : [];
    show(
      answer.kind === 'conflict' ? answer.conflict : null,
      answer.kind === 'refused' ? answer.problems : []
    );
    if (answer.kind === 'saved') saved(form.tags);
    return answer;
  };
}
