import { diffWordsWithSpace } from 'diff';
import { joinChanges } from '#lib/domain/question-bank/diff/join-changes.ts';
import type { DiffSegment } from '#lib/domain/question-bank/text-diff.ts';

/** Longer than any text of an item takes; what takes longer is shown as rewritten. */
const PATIENCE_MS = 200;

/** Two texts word by word, in reading order. */
export function wordDiff(before: string, after: string): DiffSegment[] {
  const parts = diffWordsWithSpace(before, after, { timeout: PATIENCE_MS });
  if (parts === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after }
    ];
  }
  return joinChanges(
    parts.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value
    }))
  );
}
