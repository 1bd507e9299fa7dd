import type { ItemType, KeyedItem } from '../question-bank/keyed-item.ts';
import { toPublicItem } from '../question-bank/public-item.ts';
import { letterOf, shownId } from '../question-bank/shown-id.ts';
import { authoredOrder } from './read-regrade-form.ts';
import { responseInWords } from './response-in-words.ts';
import type { Response } from './response.ts';
import { toShownResponse } from './shown-response.ts';

/** An option as the page of a regrade shows it, with its part in the key. `id` is the shown one. */
export type RegradeOption = { id: string; letter: string; text: string; isKey: boolean };

/** The item version as the page of a regrade shows it. Only educators and admins see it: it holds the key. */
export type RegradeItem = {
  version: number;
  type: ItemType;
  stem: string;
  /** How many options make a whole answer; null where options are not chosen. */
  select: number | null;
  /** Of an item whose answer is typed: what is expected. */
  options: RegradeOption[];
  /** Of a matching item: what an option can be matched with. */
  targets: { id: string; text: string }[];
  /** The key as an answer in words. */
  key: string[];
};

/** The key of an item as the response that meets it; of typed ones, the first form that is right. */
function keyAsResponse(item: KeyedItem): Response {
  switch (item.type) {
    case 'single':
    case 'true-false':
      return { type: 'single', option: item.key[0] ?? '' };
    case 'multiple':
      return { type: 'multiple', options: item.key };
    case 'matching':
      return { type: 'matching', matches: item.key };
    case 'ordering':
      return { type: 'ordering', order: item.key };
    case 'numeric':
    case 'short-text':
      return { type: 'short-text', text: rightTexts(item).join(', ') };
    default:
      return item satisfies never;
  }
}

const rightTexts = ({ options, key }: KeyedItem & { key: string[] }) =>
  options.filter(({ id }) => key.includes(id)).map(({ text }) => text);

/** The key of an item version in words, in the letters of its author. */
export function keyOfVersion(item: KeyedItem): string[] {
  const order = authoredOrder(item);
  return responseInWords(toPublicItem(item, order), toShownResponse(keyAsResponse(item), order));
}

const isKeyed = (item: KeyedItem, id: string) =>
  (item.type === 'single' || item.type === 'true-false' || item.type === 'multiple') && item.key.includes(id);

/** What the page of a regrade shows of an item version. */
export function regradeItem(item: KeyedItem): RegradeItem {
  const shown = toPublicItem(item, authoredOrder(item));
  return {
    version: item.version,
    type: item.type,
    stem: shown.stem,
    select: 'select' in item ? item.select : null,
    options: shown.options.map(({ id, text }, index) => ({
      ...{ id, text, letter: letterOf(shownId(index)) },
      isKey: isKeyed(item, item.options[index]?.id ?? '')
    })),
    targets: shown.type === 'matching' ? shown.targets.map(({ id, text }) => ({ id, text })) : [],
    key: keyOfVersion(item)
  };
}
