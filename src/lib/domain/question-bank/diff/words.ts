import type { ItemDraft } from '../item-draft.ts';

/** The same item, earlier and later. */
export type TwoVersions = { before: ItemDraft; after: ItemDraft };

const LIST = new Intl.ListFormat('en-US', { type: 'conjunction' });

/** `A` for the first option. */
export const letterAt = (index: number): string => String.fromCharCode(65 + index);

/** "A", "A and B", "A, B, and C"; "none" where there is none. */
export const andList = (words: string[]): string => (words.length === 0 ? 'none' : LIST.format(words));

/** "Difficulty changed from easy to hard", or nothing where both are the same. */
export function changedFact(name: string, { before, after }: { before: string; after: string }): string[] {
  return before === after ? [] : [`${name} changed from ${before || 'none'} to ${after || 'none'}`];
}
