import type { ItemDraft } from '../item-draft.ts';

/** Every text of an item that clinicians read, with its place; passages of citations are not among them. */
export function textsOf({ stem, keyPoint, options, targets }: ItemDraft): { place: string; text: string }[] {
  return [
    { place: 'stem', text: stem },
    ...options.flatMap(({ id, text, rationale }) => [
      { place: `option:${id}`, text },
      { place: `rationale:${id}`, text: rationale }
    ]),
    ...targets.flatMap(({ id, text, rationale }) => [
      { place: `target:${id}`, text },
      { place: `target:${id}`, text: rationale }
    ]),
    { place: 'keyPoint', text: keyPoint }
  ].filter(({ text }) => text !== '');
}
