import type { KeyedItem } from '../question-bank/keyed-item.ts';
import type { Response } from './response.ts';

/** What may be decided of an item version after it was answered. */
export const REGRADE_KINDS = ['accept-key', 'full-mark', 'drop-item', 'new-key'] as const;

export type RegradeKind = (typeof REGRADE_KINDS)[number];

/** How responses to an item version are scored instead of by its own key alone. */
export type Regrade =
  /** Further responses that are right, in authored ids. */
  | { kind: 'accept-key'; accepted: Response[] }
  /** Everyone gets the mark, also who did not answer. */
  | { kind: 'full-mark' }
  /** The item counts neither above nor below the line. */
  | { kind: 'drop-item' }
  /** `by`: the later version of the item, whose key holds. */
  | { kind: 'new-key'; by: KeyedItem };

/** What makes a place count as right: its response, always, or it is not counted at all. */
export type Counting = 'by-response' | 'always' | 'never';

/** How a place of an attempt counts while `regrade` is in force; null: none is. */
export function countingOf(regrade: { kind: RegradeKind } | null): Counting {
  const kind = regrade?.kind;
  switch (kind) {
    case 'full-mark':
      return 'always';
    case 'drop-item':
      return 'never';
    case 'accept-key':
    case 'new-key':
    case undefined:
      return 'by-response';
    default:
      return kind satisfies never;
  }
}
