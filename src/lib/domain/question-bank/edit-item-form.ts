import type { DraftOption } from './item-draft.ts';
import type { ItemForm } from './item-form.ts';
import { freeId, MOST_OPTIONS, newCitation, newOption } from './new-option.ts';

/** The list with the entry at `index` one place higher (-1) or lower (1); unchanged at its ends. */
function moved<Entry>(list: Entry[], index: number, by: -1 | 1): Entry[] {
  const [entry, other] = [list[index], list[index + by]];
  if (entry === undefined || other === undefined) return list;
  return list.with(index, other).with(index + by, entry);
}

/** Whether the options of an ordering item stand in the order of the key; then they go on doing so. */
const isInKeyOrder = ({ type, options }: ItemForm): boolean =>
  type === 'ordering' && options.every(({ keyPosition }, index) => keyPosition === index + 1);

const numbered = (options: DraftOption[]): DraftOption[] =>
  options.map((option, index) => ({ ...option, keyPosition: index + 1 }));

const withOptions = (form: ItemForm, options: DraftOption[]): ItemForm => ({
  ...form,
  options: isInKeyOrder(form) ? numbered(options) : options
});

function addOption(form: ItemForm): ItemForm {
  if (form.options.length >= MOST_OPTIONS) return form;
  const id = freeId(form.options.map((option) => option.id));
  const added = newOption(form.type, { id, position: form.options.length + 1 });
  return { ...form, options: [...form.options, added] };
}

function addTarget(form: ItemForm): ItemForm {
  if (form.targets.length >= MOST_OPTIONS) return form;
  const taken = new Set(form.targets.map((target) => target.id));
  let number = form.targets.length + 1;
  while (taken.has(`t${number}`)) number += 1;
  return { ...form, targets: [...form.targets, { id: `t${number}`, text: '', rationale: '' }] };
}

/** An option that was matched with the target is matched with none. */
function removeTarget(form: ItemForm, id: string): ItemForm {
  return {
    ...form,
    targets: form.targets.filter((target) => target.id !== id),
    options: form.options.map((option) =>
      option.matchTargetId === id ? { ...option, matchTargetId: null } : option
    )
  };
}

type PartEdit = (form: ItemForm, of: string) => ItemForm;

const moveOption =
  (by: -1 | 1): PartEdit =>
  (form, id) => {
    const index = form.options.findIndex((option) => option.id === id);
    return withOptions(form, index === -1 ? form.options : moved(form.options, index, by));
  };

const moveCitation =
  (by: -1 | 1): PartEdit =>
  (form, number) => ({ ...form, citations: moved(form.citations, Number(number) - 1, by) });

const EDITS: Record<string, PartEdit> = {
  'add-option': addOption,
  'remove-option': (form, id) =>
    withOptions(
      form,
      form.options.filter((option) => option.id !== id)
    ),
  'option-up': moveOption(-1),
  'option-down': moveOption(1),
  'add-target': addTarget,
  'remove-target': removeTarget,
  'add-citation': (form, key) =>
    key === '' ? form : { ...form, citations: [...form.citations, newCitation(key)] },
  'remove-citation': (form, number) => ({
    ...form,
    citations: form.citations.filter((_, index) => index !== Number(number) - 1)
  }),
  'citation-up': moveCitation(-1),
  'citation-down': moveCitation(1)
};

/**
 * The form after one of its buttons, named `edit` or `edit:part`, e.g. `option-up:b`, `remove-citation:2` (numbers from
 * 1), `add-citation:chen2017`. An unknown one changes nothing.
 */
export function editItemForm(form: ItemForm, edit: string): ItemForm {
  const colon = edit.indexOf(':');
  const [name, part] = colon === -1 ? [edit, ''] : [edit.slice(0, colon), edit.slice(colon + 1)];
  const apply = Object.hasOwn(EDITS, name) ? EDITS[name] : undefined;
  return apply === undefined ? form : apply(form, part);
}
