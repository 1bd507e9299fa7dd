import type { ItemDraft } from './item-draft.ts';

/** All words by which an item is found, in lower case: stem, options, targets, rationales, key point, citation keys. */
export function itemSearchText({ stem, keyPoint, options, targets, citations }: ItemDraft): string {
  const parts = [
    stem,
    ...options.flatMap(({ text, rationale }) => [text, rationale]),
    ...targets.flatMap(({ text, rationale }) => [text, rationale]),
    keyPoint,
    ...citations.map(({ citationKey }) => citationKey)
  ];
  return parts
    .filter((part) => part !== '')
    .join('\n')
    .toLowerCase();
}
