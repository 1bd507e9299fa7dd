import type {
  KeyedChoiceItem,
  KeyedMatchingItem,
  KeyedNumericItem,
  KeyedOrderingItem,
  KeyedShortTextItem
} from '#lib/domain/question-bank/keyed-item.ts';

const base = {
  versionId: 'v',
  itemId: 'i',
  externalId: 'X1',
  version: 1,
  stem: 'Which one?',
  keyPoint: 'Remember this.',
  objectiveId: 'o',
  lessonSection: null,
  citations: []
};

const optionsOf = (ids: string[]) =>
  ids.map((id) => ({ id, text: `Option ${id}`, rationale: `Because ${id}` }));

/** A choice item with these options and keys. */
export const choiceItem = (ids: string[], key: string[]): KeyedChoiceItem => ({
  ...base,
  type: key.length === 1 ? 'single' : 'multiple',
  options: optionsOf(ids),
  select: key.length,
  key
});

/** A matching item; `decoys` are targets that fit no option. */
export const matchingItem = (key: Record<string, string>, decoys: string[] = []): KeyedMatchingItem => ({
  ...base,
  type: 'matching',
  options: optionsOf(Object.keys(key)),
  targets: [
    ...[...new Set(Object.values(key))].map((id) => ({ id, text: `Target ${id}`, rationale: null })),
    ...decoys.map((id) => ({ id, text: `Target ${id}`, rationale: `Decoy ${id}` }))
  ],
  key
});

/** An ordering item whose key is the order given. */
export const orderingItem = (key: string[]): KeyedOrderingItem => ({
  ...base,
  type: 'ordering',
  options: optionsOf(key),
  key
});

type ExpectedNumber = { text: string; tolerance: string; isKey: boolean };

/** A numeric item that expects these values, with the ids n1, n2, … */
export function numericItem(expected: ExpectedNumber[], unit = 'months'): KeyedNumericItem {
  const numbered = expected.map((value, index) => ({ ...value, id: `n${index + 1}` }));
  return {
    ...base,
    type: 'numeric',
    unit,
    options: numbered.map(({ id, text }) => ({ id, text, rationale: `Because ${id}` })),
    key: numbered.filter(({ isKey }) => isKey).map(({ id }) => id),
    tolerances: Object.fromEntries(numbered.map(({ id, tolerance }) => [id, tolerance]))
  };
}

/** A short-text item that accepts some forms and knows some wrong ones. The texts are the ids. */
export const shortTextItem = (accepted: string[], wrong: string[] = []): KeyedShortTextItem => ({
  ...base,
  type: 'short-text',
  options: [...accepted, ...wrong].map((text) => ({ id: text, text, rationale: `Because ${text}` })),
  key: accepted
});
