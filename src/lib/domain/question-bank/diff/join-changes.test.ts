import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DiffSegment } from '../text-diff.ts';
import { joinChanges } from './join-changes.ts';

const same = (text: string): DiffSegment => ({ kind: 'same', text });
const added = (text: string): DiffSegment => ({ kind: 'added', text });
const removed = (text: string): DiffSegment => ({ kind: 'removed', text });

it.each<[string, DiffSegment[], DiffSegment[]]>([
  [
    'reads words that were rewritten side by side as one change',
    [same('A '), removed('old'), added('new'), same(' '), removed('thing'), added('one'), same('.')],
    [same('A '), removed('old thing'), added('new one'), same('.')]
  ],
  [
    'leaves changes apart that a word parts',
    [removed('a'), same(' word '), added('b')],
    [removed('a'), same(' word '), added('b')]
  ],
  ['keeps a space after the last change', [added('b'), same(' ')], [added('b'), same(' ')]],
  ['has nothing to join in one text', [same('A.')], [same('A.')]],
  ['has nothing to join in none', [], []]
])('%s', (_title, segments, joined) => {
  expect(joinChanges(segments)).toEqual(joined);
});

it('changes neither of the two texts', () => {
  const segment = fc.record({
    kind: fc.constantFrom('same' as const, 'added' as const, 'removed' as const),
    text: fc.constantFrom(' ', 'a', 'b ', '\n\n', 'cd')
  });
  const side = (segments: DiffSegment[], other: string) =>
    segments.flatMap(({ kind, text }) => (kind === other ? [] : text)).join('');
  fc.assert(
    fc.property(fc.array(segment), (segments) => {
      expect(side(joinChanges(segments), 'removed')).toBe(side(segments, 'removed'));
      expect(side(joinChanges(segments), 'added')).toBe(side(segments, 'added'));
    })
  );
});
