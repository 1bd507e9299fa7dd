import type { DiffSegment } from '../text-diff.ts';

type Run = { removed: string; added: string };

const changed = ({ removed, added }: Run): DiffSegment[] => [
  ...(removed === '' ? [] : [{ kind: 'removed' as const, text: removed }]),
  ...(added === '' ? [] : [{ kind: 'added' as const, text: added }])
];

const isSpace = (segment: DiffSegment | undefined) => segment?.kind === 'same' && segment.text.trim() === '';

/**
 * Joins changes that only a space parts: three words that were rewritten read as one change, not as three. What was
 * removed stands before what was added.
 */
export function joinChanges(segments: DiffSegment[]): DiffSegment[] {
  const joined: DiffSegment[] = [];
  let run: Run = { removed: '', added: '' };
  segments.forEach((segment, index) => {
    const next = segments[index + 1];
    const isInside = run.removed + run.added !== '' && next !== undefined && next.kind !== 'same';
    if (segment.kind === 'same' && !(isSpace(segment) && isInside)) {
      joined.push(...changed(run), segment);
      run = { removed: '', added: '' };
      return;
    }
    if (segment.kind !== 'added') run.removed += segment.text;
    if (segment.kind !== 'removed') run.added += segment.text;
  });
  return [...joined, ...changed(run)];
}
