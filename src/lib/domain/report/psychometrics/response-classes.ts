import { matchExpected } from '../../attempt/match-expected.ts';
import type { Response } from '../../attempt/response.ts';
import type { KeyedItem } from '../../question-bank/keyed-item.ts';

/**
 * A class of responses to an item: an option, a pair of a matching item, an option at a place of an ordering item, any text
 * that was not expected, or none. The ids of options are their own; those of the others are arrays in JSON.
 */
export type ResponseClass = {
  id: string;
  kind: 'option' | 'pair' | 'place' | 'other' | 'none';
  label: string;
  isKey: boolean;
};

const idOf = (...parts: (string | number)[]) => JSON.stringify(parts);

const NONE: ResponseClass = { id: idOf('none'), kind: 'none', label: 'No response', isKey: false };
const OTHER: ResponseClass = { id: idOf('other'), kind: 'other', label: 'Any other response', isKey: false };

function givenClasses(item: KeyedItem): ResponseClass[] {
  if (item.type === 'matching') {
    return item.options.flatMap((option) =>
      item.targets.map((target) => ({
        id: idOf(option.id, target.id),
        kind: 'pair' as const,
        label: `${option.text}: ${target.text}`,
        isKey: item.key[option.id] === target.id
      }))
    );
  }
  if (item.type === 'ordering') {
    return item.options.flatMap((option) =>
      item.key.map((right, index) => ({
        id: idOf(option.id, index + 1),
        kind: 'place' as const,
        label: `${option.text}: place ${index + 1}`,
        isKey: right === option.id
      }))
    );
  }
  return item.options.map(({ id, text }) => ({
    ...{ id, kind: 'option' as const, label: text },
    isKey: item.key.includes(id)
  }));
}

/** All classes of an item, those that nobody gave too, in the order of its options. */
export function responseClasses(item: KeyedItem): ResponseClass[] {
  const isTyped = item.type === 'numeric' || item.type === 'short-text';
  return [...givenClasses(item), ...(isTyped ? [OTHER] : []), NONE];
}

/** The ids of the classes that a response falls into: several for items with several parts. */
export function classesOfResponse(item: KeyedItem, response: Response | null): string[] {
  if (response === null) return [NONE.id];
  if (response.type === 'single') return [response.option];
  if (response.type === 'multiple') return response.options;
  if (response.type === 'matching') {
    return Object.entries(response.matches).map(([option, target]) => idOf(option, target));
  }
  if (response.type === 'ordering') return response.order.map((option, index) => idOf(option, index + 1));
  if (item.type !== 'numeric' && item.type !== 'short-text') return [];
  const given = response.type === 'numeric' ? response.value : response.text;
  return [matchExpected(item, given)?.id ?? OTHER.id];
}
