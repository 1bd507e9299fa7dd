import type { DraftCitation, DraftOption, DraftTarget } from './item-draft.ts';
import type { ItemType } from './keyed-item.ts';
import { hasKeyedOptions } from './item-types.ts';
import { shownId } from './shown-id.ts';

/** How many options or targets an item can have: one for each letter. */
export const MOST_OPTIONS = 26;

/** An id that none of these has: the next letter after the last one, so that a removed option's id is not given again. */
export function freeId(taken: string[]): string {
  const ids = Array.from({ length: taken.length + MOST_OPTIONS }, (_, index) => shownId(index));
  const last = Math.max(-1, ...taken.map((id) => ids.indexOf(id)));
  return [...ids.slice(last + 1), ...ids].find((id) => !taken.includes(id)) ?? shownId(taken.length + 999);
}

/** An empty option of an item of this type. `position`: its place in the order of the key, from 1. */
export function newOption(type: ItemType, { id, position }: { id: string; position: number }): DraftOption {
  return {
    ...{ id, text: '', rationale: '', matchTargetId: null },
    // Whoever adds a number or a text that is expected mostly adds the right one first.
    isKey: hasKeyedOptions(type)
      ? !['single', 'multiple', 'true-false'].includes(type) && position === 1
      : null,
    keyPosition: type === 'ordering' ? position : null,
    tolerance: type === 'numeric' ? '0' : null
  };
}

const FIRST_COUNT: Record<ItemType, number> = {
  ...{ single: 4, multiple: 5, 'true-false': 2, matching: 3, ordering: 4, numeric: 1, 'short-text': 1 }
};

/** What an item of this type begins with: 4 options of a single best answer (ux.md §8 suggests 3 to 5), and so on. */
export function firstOptions(type: ItemType): DraftOption[] {
  if (type === 'true-false') {
    return ['True', 'False'].map((text, index) => ({
      ...newOption(type, { id: text.toLowerCase(), position: index + 1 }),
      text
    }));
  }
  return Array.from({ length: FIRST_COUNT[type] }, (_, index) =>
    newOption(type, { id: shownId(index), position: index + 1 })
  );
}

/** The targets of a new item: one more than options of a matching item, so that the last match is not given away. */
export function firstTargets(type: ItemType): DraftTarget[] {
  if (type !== 'matching') return [];
  return Array.from({ length: 4 }, (_, index) => ({ id: `t${index + 1}`, text: '', rationale: '' }));
}

/** A citation of a reference whose passage is still to be filled in. */
export const newCitation = (citationKey: string): DraftCitation => ({
  ...{ citationKey, locator: '', supports: '', passage: '', url: '' },
  passageKind: 'quote',
  verification: 'needs-expert-review'
});
