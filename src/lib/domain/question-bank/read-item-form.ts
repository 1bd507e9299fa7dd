import type { FieldProblem } from '../identity/field-problem.ts';
import { changeType } from './change-type.ts';
import type { Difficulty } from './item-draft.ts';
import type { ItemForm } from './item-form.ts';
import { isItemType } from './item-types.ts';
import type { ItemType } from './keyed-item.ts';
import {
  postedText,
  readPostedCitations,
  readPostedOptions,
  readPostedTargets,
  type PostedItem
} from './posted-item-parts.ts';
import { MOST_OPTIONS } from './new-option.ts';

/** The fields of the editor, and what cannot be taken as it stands; `form` holds all that was typed in either case. */
export type PostedItemForm = { form: ItemForm; problems: FieldProblem[] };

const DIFFICULTIES: readonly Difficulty[] = ['easy', 'medium', 'hard'];

/** How many options are to be chosen; `undefined` where that is no number of options. */
function readSelect(fields: PostedItem, type: ItemType): number | null | undefined {
  if (type === 'single' || type === 'true-false') return 1;
  if (type !== 'multiple') return null;
  const typed = postedText(fields, 'select').trim();
  return /^[1-9]\d?$/.test(typed) && Number(typed) <= MOST_OPTIONS ? Number(typed) : undefined;
}

/** The type whose fields the page showed. `type` itself may already name the one to change to. */
function shownTypeOf(fields: PostedItem): ItemType {
  const [shown, wanted] = [postedText(fields, 'shownType'), postedText(fields, 'type')];
  if (isItemType(shown)) return shown;
  return isItemType(wanted) ? wanted : 'single';
}

function readShown(fields: PostedItem, type: ItemType): PostedItemForm {
  const options = readPostedOptions(fields, type);
  const targets = readPostedTargets(fields);
  const select = readSelect(fields, type);
  const problems = [...options.problems];
  if (select === undefined) problems.push({ field: 'select', message: 'Choose how many options are right.' });
  const targetIds = new Set(targets.map(({ id }) => id));
  const form = {
    type,
    vignette: postedText(fields, 'vignette'),
    leadIn: postedText(fields, 'leadIn'),
    select: select === undefined ? 2 : select,
    unit: postedText(fields, 'unit'),
    keyPoint: postedText(fields, 'keyPoint'),
    objectiveId: postedText(fields, 'objective').trim() || null,
    difficulty: DIFFICULTIES.find((level) => level === postedText(fields, 'difficulty')) ?? 'medium',
    lessonSection: postedText(fields, 'section').trim() || null,
    usableInPretest: fields.has('pretest'),
    options: options.parts.map((option) =>
      option.matchTargetId !== null && !targetIds.has(option.matchTargetId)
        ? { ...option, matchTargetId: null }
        : option
    ),
    targets,
    citations: readPostedCitations(fields),
    tags: postedText(fields, 'tags')
  };
  return { form, problems };
}

/**
 * Reads the posted form of an item. Whatever was posted, no text is lost: what cannot be judged here (a missing key, a
 * number that is none) is kept as typed, for the lint to speak of. Where `type` names another type than the one that was
 * shown, the item becomes one of that type.
 */
export function readItemForm(fields: PostedItem): PostedItemForm {
  const shown = shownTypeOf(fields);
  const { form, problems } = readShown(fields, shown);
  const wanted = postedText(fields, 'type');
  if (wanted === '' || wanted === shown) return { form, problems };
  if (isItemType(wanted)) return { form: changeType(form, wanted), problems };
  return { form, problems: [...problems, { field: 'type', message: 'Choose a type of question.' }] };
}

/** The button that was pressed, as `editItemForm` takes it; '' for a plain save. */
export function readEdit(fields: PostedItem): string {
  const [edit = ''] = fields.get('edit') ?? [];
  return edit === 'add-citation' ? `add-citation:${postedText(fields, 'addKey')}` : edit;
}
