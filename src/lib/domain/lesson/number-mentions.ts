/** One mention of a reference in a section: its number in the list, and which mention of it this is, from 1. */
export type Mention = { key: string; number: number; occurrence: number };

/** The id of a mention in the page, which the reference list links back to. */
export const mentionId = ({ number, occurrence }: Pick<Mention, 'number' | 'occurrence'>) =>
  `cite-${number}-${occurrence}`;

/** The id of a reference in a reference list. */
export const referenceId = (number: number) => `ref-${number}`;

/**
 * Numbers the mentions of a section, in reading order. `numbers`: the number of each reference by citation key; a key
 * without one is left out (the import lets none through).
 */
export function numberMentions(keys: readonly string[], numbers: ReadonlyMap<string, number>): Mention[] {
  const counts = new Map<number, number>();
  return keys.flatMap((key) => {
    const number = numbers.get(key);
    if (number === undefined) return [];
    const occurrence = (counts.get(number) ?? 0) + 1;
    counts.set(number, occurrence);
    return [{ key, number, occurrence }];
  });
}
