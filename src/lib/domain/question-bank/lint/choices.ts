import type { ItemDraft } from '../item-draft.ts';
import { plainText } from './plain-text.ts';

/** An option that clinicians choose from, as they read it. */
export type Choice = { id: string; place: string; letter: string; text: string; isKey: boolean };

/** The options of an item with options to choose (single, multiple); empty ones are left out. None for other types. */
export function choicesOf({ type, options }: ItemDraft): Choice[] {
  if (type !== 'single' && type !== 'multiple') return [];
  return options
    .map(({ id, text, isKey }, index) => ({
      id,
      place: `option:${id}`,
      letter: String.fromCharCode(65 + index),
      text: plainText(text),
      isKey: isKey === true
    }))
    .filter(({ text }) => text !== '');
}

/** Words in a row, e.g. "A, B and C". */
export const inWords = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
