import type { KeyedItem, KeyedNumericItem, KeyedShortTextItem } from '../question-bank/keyed-item.ts';
import type { Regrade } from './regrade.ts';
import type { Response } from './response.ts';

type TypedItem = KeyedNumericItem | KeyedShortTextItem;

/** An id that no option of the item has; authored ids are never empty. */
const ACCEPTED = '';

const isTyped = (item: KeyedItem): item is TypedItem => item.type === 'numeric' || item.type === 'short-text';

/** The item with one more expected response in front, so that it is met before a wrong one with a wide tolerance. */
function expecting<Item extends TypedItem>(item: Item, text: string): Item {
  return {
    ...item,
    options: [{ id: ACCEPTED, text, rationale: '' }, ...item.options],
    key: [...item.key, ACCEPTED]
  };
}

/** The item as if this response were its key; as it is where the response is of another type. */
function keyedBy(item: KeyedItem, response: Response): KeyedItem {
  if (isTyped(item)) {
    if (response.type !== item.type) return item;
    return expecting(item, response.type === 'numeric' ? response.value : response.text);
  }
  if (item.type === 'matching')
    return response.type === 'matching' ? { ...item, key: response.matches } : item;
  if (item.type === 'ordering') return response.type === 'ordering' ? { ...item, key: response.order } : item;
  if (item.type === 'multiple')
    return response.type === 'multiple' ? { ...item, key: response.options } : item;
  return response.type === 'single' ? { ...item, key: [response.option] } : item;
}

/** The item with the key of a later version: its own options, except where they are what is expected. */
function rekeyed(item: KeyedItem, by: KeyedItem): KeyedItem {
  if (item.type === 'numeric' && by.type === 'numeric')
    return { ...item, options: by.options, key: by.key, tolerances: by.tolerances };
  if (item.type === 'short-text' && by.type === 'short-text')
    return { ...item, options: by.options, key: by.key };
  if (item.type === 'matching' && by.type === 'matching') return { ...item, key: by.key };
  if (item.type === 'ordering' && by.type === 'ordering') return { ...item, key: by.key };
  if (item.type === by.type && 'select' in item && 'select' in by) return { ...item, key: by.key };
  return item;
}

/**
 * The item under each key that holds while `regrade` is in force, the main one first. A response is right where it is
 * right under one of them: an accepted response is a whole one, and no mixture of two keys is.
 */
export function keysUnderRegrade(item: KeyedItem, regrade: Regrade | null): [KeyedItem, ...KeyedItem[]] {
  if (regrade?.kind === 'accept-key')
    return [item, ...regrade.accepted.map((response) => keyedBy(item, response))];
  return [regrade?.kind === 'new-key' ? rekeyed(item, regrade.by) : item];
}

const sameSet = (one: string[], other: string[]) =>
  one.length === other.length && one.every((id) => other.includes(id));

const idsOf = (entries: { id: string }[]) => entries.map(({ id }) => id);

/**
 * Whether responses to `item` can be scored by the key of `by`: a later version of the same item that asks for a response
 * of the same shape, with a key that names only what learners were shown.
 */
export function canTakeKeyOf(item: KeyedItem, by: KeyedItem): boolean {
  if (item.itemId !== by.itemId || by.version <= item.version) return false;
  if (item.type === 'numeric') return by.type === 'numeric' && by.unit === item.unit;
  if (item.type === 'short-text') return by.type === 'short-text';
  if (item.type === 'ordering') return by.type === 'ordering' && sameSet(item.key, by.key);
  const options = idsOf(item.options);
  if (item.type === 'matching') {
    if (by.type !== 'matching' || !sameSet(options, Object.keys(by.key))) return false;
    const targets = idsOf(item.targets);
    return Object.values(by.key).every((id) => targets.includes(id));
  }
  if (by.type !== item.type) return false;
  return by.key.length === item.key.length && by.key.every((id) => options.includes(id));
}
