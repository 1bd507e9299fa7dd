import type { ItemDraft } from './item-draft.ts';
import type { ItemPlace } from './item-place.ts';

/** Every place of an item that can be commented on, in the order in which an item is read. */
export function itemPlaces({ options, targets, citations }: ItemDraft): ItemPlace[] {
  return [
    'item',
    'objective',
    'stem',
    ...(options.length > 0 ? ['options'] : []),
    ...options.flatMap(({ id }) => [`option:${id}`, `rationale:${id}`]),
    ...targets.map(({ id }) => `target:${id}`),
    'keyPoint',
    ...(citations.length > 0 ? ['citations'] : []),
    ...citations.map((_, index) => `citation:${index + 1}`)
  ];
}
