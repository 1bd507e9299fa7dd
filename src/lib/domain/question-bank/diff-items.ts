import { citationChanges } from './diff/citation-changes.ts';
import { pairCitations } from './diff/citation-pairs.ts';
import { factChanges } from './diff/fact-changes.ts';
import { keyChanges } from './diff/key-changes.ts';
import { pairParts } from './diff/pair-parts.ts';
import { partChanges } from './diff/part-changes.ts';
import { textChanges, type TextChange } from './diff/text-changes.ts';
import { changedFact, type TwoVersions } from './diff/words.ts';

export type ItemDifference = {
  /** In plain words: key, options, references, objective, difficulty and other facts, in this order (ux.md §8). */
  changes: string[];
  /** Texts that read differently, in reading order. */
  texts: TextChange[];
};

/** What changed between two versions of an item. `objectiveNames`: codes of objectives by id. */
export function diffItems(
  { before, after }: TwoVersions,
  objectiveNames: ReadonlyMap<string, string>
): ItemDifference {
  const pairs = {
    options: pairParts(before.options, after.options),
    targets: pairParts(before.targets, after.targets),
    citations: pairCitations(before.citations, after.citations)
  };
  return {
    changes: [
      ...changedFact('Type', { before: before.type, after: after.type }),
      ...keyChanges({ before, after }, pairs),
      ...partChanges(pairs),
      ...citationChanges(pairs.citations),
      ...factChanges({ before, after }, objectiveNames)
    ],
    texts: textChanges({ before, after }, pairs)
  };
}
