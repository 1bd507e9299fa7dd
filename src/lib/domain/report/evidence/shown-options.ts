import type { Response } from '#lib/domain/attempt/response.ts';
import type {
  KeyedItem,
  KeyedNumericItem,
  KeyedShortTextItem
} from '#lib/domain/question-bank/keyed-item.ts';
import { letterOf, shownId } from '#lib/domain/question-bank/shown-id.ts';
import type { FrozenPlace } from './frozen-attempt.ts';
import type { ShownOption } from './evidence-block.ts';

type Shown = { id: string; index: number; text: string; rationale: string };

const shownIn = ({ item, optionOrder }: FrozenPlace): Shown[] =>
  optionOrder.flatMap((id, index) => {
    const option = item.options.find((candidate) => candidate.id === id);
    return option ? [{ id, index, text: option.text, rationale: option.rationale }] : [];
  });

function chosenIds(response: Response | null): string[] {
  if (response?.type === 'single') return [response.option];
  return response?.type === 'multiple' ? response.options : [];
}

const marksIf = (marks: [string, boolean][]) => marks.filter(([, holds]) => holds).map(([mark]) => mark);

function choiceOptions(place: FrozenPlace, key: string[]): ShownOption[] {
  const chosen = chosenIds(place.response);
  return shownIn(place).map(({ id, index, text, rationale }) => ({
    letter: letterOf(shownId(index)),
    text,
    rationale,
    marks: marksIf([
      ['Chosen', chosen.includes(id)],
      ['Key', key.includes(id)]
    ])
  }));
}

type MatchingItem = Extract<KeyedItem, { type: 'matching' }>;

function matchingOptions(place: FrozenPlace, item: MatchingItem): ShownOption[] {
  const matches = place.response?.type === 'matching' ? place.response.matches : {};
  const target = (id: string | undefined) => item.targets.find((candidate) => candidate.id === id);
  const options = shownIn(place).map(({ id, text, rationale }) => ({
    letter: null,
    text,
    rationale,
    marks: [
      `Given: ${target(matches[id])?.text ?? 'nothing'}`,
      `Key: ${target(item.key[id])?.text ?? 'nothing'}`
    ]
  }));
  const used = new Set(Object.values(item.key));
  const targets = place.targetOrder.flatMap((id) => target(id) ?? []);
  const unused = targets.filter(({ id }) => !used.has(id));
  return [
    ...options,
    ...unused.map(({ text, rationale }) => ({
      letter: null,
      text,
      rationale: rationale ?? '',
      marks: ['Fits none']
    }))
  ];
}

function orderingOptions(place: FrozenPlace, key: string[]): ShownOption[] {
  const given = place.response?.type === 'ordering' ? place.response.order : [];
  const placeOf = (order: string[], id: string) =>
    order.includes(id) ? `place ${order.indexOf(id) + 1}` : 'nothing';
  return shownIn(place).map(({ id, text, rationale }) => ({
    letter: null,
    text,
    rationale,
    marks: [`Given: ${placeOf(given, id)}`, `Key: ${placeOf(key, id)}`]
  }));
}

const expectedOptions = (item: KeyedNumericItem | KeyedShortTextItem): ShownOption[] =>
  item.options.map(({ id, text, rationale }) => ({
    letter: null,
    text: item.type === 'numeric' ? `${text} ${item.unit}`.trim() : text,
    rationale,
    marks: [item.key.includes(id) ? 'Key' : 'Expected, wrong']
  }));

/** The options of a place in the order shown, each with what was given and what is right. */
export function shownOptions(place: FrozenPlace): ShownOption[] {
  const { item } = place;
  switch (item.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return choiceOptions(place, item.key);
    case 'matching':
      return matchingOptions(place, item);
    case 'ordering':
      return orderingOptions(place, item.key);
    case 'numeric':
    case 'short-text':
      return expectedOptions(item);
    default:
      return item satisfies never;
  }
}

/** What was answered to a place, in words; options that were chosen say it themselves. */
export function typedResponse({ response, item }: FrozenPlace): string | null {
  if (response?.type === 'short-text') return response.text;
  if (response?.type !== 'numeric') return null;
  return item.type === 'numeric' ? `${response.value} ${item.unit}`.trim() : response.value;
}

/** What options of a matching item could be matched with, in the order shown; null for every other type. */
export function shownTargets({ item, targetOrder }: FrozenPlace): string | null {
  if (item.type !== 'matching') return null;
  const texts = targetOrder.flatMap((id) => item.targets.find((target) => target.id === id)?.text ?? []);
  return `To match with, in the order shown: ${texts.join('; ')}`;
}
