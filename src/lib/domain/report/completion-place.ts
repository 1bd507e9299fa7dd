import { isUuid } from '#lib/domain/uuid.ts';

/**
 * Which page of a report: the one after or before a completion, by its id, so that no name stands in an address; or the
 * first or the last one.
 */
export type CompletionPlace =
  { kind: 'first' } | { kind: 'last' } | { kind: 'after'; id: string } | { kind: 'before'; id: string };

/** The parameter of an address that leads to the page; none for the first one. */
export function placePairs(place: CompletionPlace): [string, string][] {
  switch (place.kind) {
    case 'first':
      return [];
    case 'last':
      return [['at', 'last']];
    case 'after':
    case 'before':
      return [[place.kind, place.id]];
    default:
      return place satisfies never;
  }
}

/** Reads the page from an address; null where it names none. */
export function readPlace(sent: URLSearchParams): CompletionPlace | null {
  const [after, before, at] = [sent.get('after'), sent.get('before'), sent.get('at')];
  if (after) return isUuid(after) ? { kind: 'after', id: after } : null;
  if (before) return isUuid(before) ? { kind: 'before', id: before } : null;
  if (at) return at === 'last' ? { kind: 'last' } : null;
  return { kind: 'first' };
}
