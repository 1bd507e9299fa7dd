import type { DraftOption, DraftTarget } from '../item-draft.ts';
import { movedPairs, type Pair } from './pair-parts.ts';
import { letterAt } from './words.ts';

type Part = DraftOption | DraftTarget;

type Naming<P extends Part> = { pairs: Pair<P>[]; kind: string; label: (index: number) => string };

function changesOf<P extends Part>({ pairs, kind, label }: Naming<P>): string[] {
  const added = pairs.flatMap(({ before, after }) =>
    before === null && after !== null ? `${kind} ${label(after.index)} added` : []
  );
  const removed = pairs.flatMap(({ before, after }) =>
    before !== null && after === null ? `${kind} ${label(before.index)} removed` : []
  );
  const moved = movedPairs(pairs).flatMap(({ before, after }) =>
    before === null || after === null ? [] : `${kind} ${label(before.index)} moved to ${label(after.index)}`
  );
  return [...added, ...removed, ...moved];
}

/** Options and targets that were added, removed or moved, in plain words. */
export function partChanges({
  options,
  targets
}: {
  options: Pair<DraftOption>[];
  targets: Pair<DraftTarget>[];
}): string[] {
  return [
    ...changesOf({ pairs: options, kind: 'Option', label: letterAt }),
    ...changesOf({ pairs: targets, kind: 'Target', label: (index) => String(index + 1) })
  ];
}
