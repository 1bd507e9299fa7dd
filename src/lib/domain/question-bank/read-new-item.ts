import type { FieldProblem } from '../identity/field-problem.ts';
import type { ItemForm } from './item-form.ts';
import { itemFormProblems } from './item-form-problems.ts';
import { isItemType } from './item-types.ts';
import { firstOptions, firstTargets, MOST_OPTIONS } from './new-option.ts';
import { pasteOptions, readOptionLines } from './pasted-options.ts';
import { postedText, type PostedItem } from './posted-item-parts.ts';

/** The first fields of a new item, as they were typed. `options`: one a line. */
export type NewItemFields = Record<'objective' | 'type' | 'vignette' | 'leadIn' | 'options', string>;

/** What a new item begins with; all of it can wait for the editor. */
export const BLANK_ITEM: NewItemFields = {
  ...{ objective: '', type: 'single', vignette: '', leadIn: '', options: '' }
};

function formOf({ objective, type, vignette, leadIn, options }: NewItemFields): ItemForm {
  const known = isItemType(type) ? type : 'single';
  const first = firstOptions(known);
  const form: ItemForm = {
    ...{ type: known, vignette, leadIn, unit: '', keyPoint: '', tags: '', citations: [] },
    ...{ difficulty: 'medium', lessonSection: null, usableInPretest: false },
    objectiveId: objective || null,
    select: known === 'multiple' ? 2 : known === 'single' || known === 'true-false' ? 1 : null,
    options: first,
    targets: firstTargets(known)
  };
  const lines = known === 'true-false' ? [] : readOptionLines(options);
  if (lines.length === 0) return form;
  const filled = pasteOptions(form, first[0]?.id ?? '', lines);
  return { ...filled, options: filled.options.filter(({ text }) => text !== '') };
}

/** Reads the form of a new item: whatever is typed becomes its first draft. `typed` shows it again where it is refused. */
export function readNewItem(fields: PostedItem): {
  typed: NewItemFields;
  form: ItemForm;
  problems: FieldProblem[];
} {
  const text = (name: keyof NewItemFields) => postedText(fields, name);
  const typed = {
    objective: text('objective').trim(),
    type: text('type'),
    vignette: text('vignette'),
    leadIn: text('leadIn'),
    options: text('options')
  };
  const form = formOf(typed);
  const problems = itemFormProblems(form).map(({ field, message }) => ({
    field: field.startsWith('option-') ? 'options' : field,
    message
  }));
  const lines = readOptionLines(typed.options);
  if (!isItemType(typed.type)) problems.push({ field: 'type', message: 'Choose a type of question.' });
  if (lines.length > MOST_OPTIONS)
    problems.push({ field: 'options', message: `Keep to ${MOST_OPTIONS} lines or fewer.` });
  if (form.type === 'true-false' && lines.length > 0) {
    const message = 'Leave this empty: the options of this type are True and False.';
    problems.push({ field: 'options', message });
  }
  return { typed, form, problems };
}
