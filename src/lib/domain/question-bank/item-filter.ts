import { isUuid } from '../uuid.ts';
import { ITEM_STATUSES, type ItemStatus } from './item-status.ts';
import { ITEM_TYPES } from './item-types.ts';
import type { ItemType } from './keyed-item.ts';

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;

/** Bands by the share of right responses to the published version, of at least `FEWEST_RESPONSES`; `few`: fewer. */
export const PERFORMANCES = ['often-missed', 'nearly-always-right', 'few'] as const;

/** Below this many responses a share says little (ux.md §9). */
export const FEWEST_RESPONSES = 30;

export const ITEM_SORTS = ['id', 'status', 'difficulty', 'findings', 'changed'] as const;

/** Which items a table shows, in which order. Empty texts and nulls: no matter which. */
export type ItemFilter = {
  search: string;
  bank: string | null;
  status: ItemStatus | null;
  objective: string | null;
  type: ItemType | null;
  difficulty: (typeof DIFFICULTIES)[number] | null;
  /** Citation key. */
  reference: string;
  /** `errors`, `warnings`, or a rule such as `L06`. */
  lint: string;
  tag: string;
  use: 'never' | null;
  performance: (typeof PERFORMANCES)[number] | null;
  /** Citing a retracted reference. */
  retracted: boolean;
  sort: (typeof ITEM_SORTS)[number];
  descending: boolean;
};

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null;

/** What an address asks for that cannot be, in words. */
type Wrong = string[];

const LONGEST = 200;

/** Reads fields of an address, and gathers what cannot be. */
function readerOf(sent: URLSearchParams) {
  const wrong: Wrong = [];
  const text = (name: string) => (sent.get(name) ?? '').replaceAll('\0', '').trim().slice(0, LONGEST);
  return {
    wrong,
    text,
    pick: <Value extends string>(name: string, values: readonly Value[]): Value | null => {
      const found = oneOf(values, text(name));
      if (found === null && text(name) !== '') wrong.push(`There is no ${name} “${text(name)}”.`);
      return found;
    },
    id: (name: string): string | null => {
      if (text(name) === '' || isUuid(text(name))) return text(name) || null;
      wrong.push(`There is no such ${name}.`);
      return null;
    },
    lint: (): string => {
      const lint = text('lint');
      if (lint === '' || lint === 'errors' || lint === 'warnings' || /^[LR]\d\d$/.test(lint)) return lint;
      wrong.push(`There is no rule “${lint}”.`);
      return '';
    }
  };
}

/** Reads the filter of an address; what cannot be is left out and said. */
export function readItemFilter(sent: URLSearchParams): { filter: ItemFilter; wrong: Wrong } {
  const { wrong, text, pick, id, lint } = readerOf(sent);
  const filter: ItemFilter = {
    search: text('q'),
    bank: id('bank'),
    status: pick('status', ITEM_STATUSES),
    objective: id('objective'),
    type: pick(
      'type',
      ITEM_TYPES.map(({ id }) => id)
    ),
    difficulty: pick('difficulty', DIFFICULTIES),
    reference: text('reference'),
    lint: lint(),
    tag: text('tag').toLowerCase(),
    use: pick('use', ['never']),
    performance: pick('performance', PERFORMANCES),
    retracted: text('retracted') === 'yes',
    sort: pick('sort', ITEM_SORTS) ?? 'id',
    descending: text('order') === 'desc'
  };
  return { filter, wrong };
}

/** The filter as an address asks for it; `readItemFilter` reads it again. */
export function itemFilterQuery(filter: ItemFilter): URLSearchParams {
  const pairs: [string, string | null][] = [
    ['q', filter.search],
    ['bank', filter.bank],
    ['status', filter.status],
    ['objective', filter.objective],
    ['type', filter.type],
    ['difficulty', filter.difficulty],
    ['reference', filter.reference],
    ['lint', filter.lint],
    ['tag', filter.tag],
    ['use', filter.use],
    ['performance', filter.performance],
    ['retracted', filter.retracted ? 'yes' : ''],
    ['sort', filter.sort === 'id' ? '' : filter.sort],
    ['order', filter.descending ? 'desc' : '']
  ];
  return new URLSearchParams(
    pairs.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]]))
  );
}
