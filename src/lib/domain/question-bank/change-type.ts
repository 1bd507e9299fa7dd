import type { DraftOption } from './item-draft.ts';
import type { ItemForm } from './item-form.ts';
import type { ItemType } from './keyed-item.ts';
import { hasKeyedOptions } from './item-types.ts';
import { firstOptions, firstTargets } from './new-option.ts';

type Options = Pick<ItemForm, 'options'>;

/** Options that somebody wrote in; the fixed "True" and "False" do not count. */
function writtenOptions({ options }: Options): DraftOption[] {
  return options.filter(
    ({ id, text, rationale }) =>
      rationale.trim() !== '' || (text.trim() !== '' && id !== 'true' && id !== 'false')
  );
}

/** The options with a part of the key that fits the type. A single best answer keeps the first of several keys. */
function rekey(options: DraftOption[], type: ItemType): DraftOption[] {
  const firstKey = options.find(({ isKey }) => isKey === true)?.id;
  return options.map((option, index) => ({
    ...option,
    isKey: hasKeyedOptions(type)
      ? option.isKey === true && (type !== 'single' || option.id === firstKey)
      : null,
    matchTargetId: type === 'matching' ? option.matchTargetId : null,
    keyPosition: type === 'ordering' ? (option.keyPosition ?? index + 1) : null,
    tolerance: type === 'numeric' ? (option.tolerance ?? '0') : null
  }));
}

function optionsFor(form: ItemForm, type: ItemType): DraftOption[] {
  const written = writtenOptions(form);
  if (type === 'true-false') return firstOptions(type);
  // Empty rows stay as they are where one list of choices becomes another.
  return written.length === 0 ? firstOptions(type) : rekey(form.options, type);
}

function selectFor(options: DraftOption[], type: ItemType): number | null {
  if (type === 'single' || type === 'true-false') return 1;
  return type === 'multiple' ? Math.max(2, options.filter(({ isKey }) => isKey === true).length) : null;
}

/**
 * The item as one of another type: what was written stays wherever the new type has a place for it. The options of a
 * true-or-false item are fixed, and only a matching item has targets: what has no place there is taken out, and whoever
 * saves it keeps a copy (`losesText`).
 */
export function changeType(form: ItemForm, type: ItemType): ItemForm {
  if (form.type === type) return form;
  const options = optionsFor(form, type);
  return {
    ...form,
    type,
    options,
    targets: type === 'matching' && form.targets.length > 0 ? form.targets : firstTargets(type),
    select: selectFor(options, type),
    unit: type === 'numeric' ? form.unit : ''
  };
}
