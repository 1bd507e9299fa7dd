import type {
  KeyedChoiceItem,
  KeyedMatchingItem,
  KeyedOrderingItem
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
