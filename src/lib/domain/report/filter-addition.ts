import { COMPARISONS, FILTER_KINDS, type Comparison, type FilterKind } from './filter-words.ts';

/** What the form "Add filter" sends: a kind of filter with its operator and values. */
export type FilterAddition = {
  kind: FilterKind;
  comparison: Comparison;
  /** What was typed or chosen, as it was. */
  values: string[];
};

/** Names of the controls of the form; a message about a filter leads to them. */
export const controlOf = (kind: FilterKind, part: 'value' | 'second' | 'operator' = 'value') =>
  `${part}-${kind}`;

/** Reads the form from an address; null where it was not sent. */
export function readFilterAddition(sent: URLSearchParams): FilterAddition | null {
  const kind = FILTER_KINDS.find(({ id }) => id === sent.get('add'))?.id;
  if (!kind) return null;
  const values = [...sent.getAll(controlOf(kind)), ...sent.getAll(controlOf(kind, 'second'))];
  const comparison =
    COMPARISONS.find((known) => known === sent.get(controlOf(kind, 'operator'))) ?? 'between';
  if (kind === 'reporting') {
    const report = sent.get(controlOf(kind, 'operator')) ?? '';
    return { kind, comparison, values: values.map((state) => (state === '' ? '' : `${report}:${state}`)) };
  }
  return { kind, comparison, values: values.map((value) => value.trim()) };
}

const ENDS = { completed: ['from', 'to'], score: ['scoreMin', 'scoreMax'] } as const;

/** Both ends of a comparison: what was given for the lower and the upper one. */
function endsOf({ comparison, values: [first = '', second = ''] }: FilterAddition): [string, string] {
  switch (comparison) {
    case 'between':
      return [first, second];
    case 'from':
      return [first, ''];
    case 'to':
      return ['', first];
    case 'exactly':
      return [first, first];
    default:
      return comparison satisfies never;
  }
}

/**
 * The address with the filter added: a further value of a list, or the limits of days or scores in place of those before.
 * Null where nothing was given that could be added.
 */
export function withAddition(sent: URLSearchParams, addition: FilterAddition): URLSearchParams | null {
  if (addition.values.every((value) => value === '')) return null;
  const added = new URLSearchParams(sent);
  if (addition.kind === 'completed' || addition.kind === 'score') {
    const [low, high] = ENDS[addition.kind];
    const [lowest, highest] = endsOf(addition);
    added.set(low, lowest);
    added.set(high, highest);
  } else {
    for (const value of addition.values) if (value !== '') added.append(addition.kind, value);
  }
  return added;
}

/** The control of the form that a message about a field of the filter belongs to. */
export function controlOfField(field: string): string {
  switch (field) {
    case 'from':
      return controlOf('completed');
    case 'to':
      return controlOf('completed', 'second');
    case 'scoreMin':
      return controlOf('score');
    case 'scoreMax':
      return controlOf('score', 'second');
    default: {
      const kind = FILTER_KINDS.find(({ id }) => id === field)?.id;
      return kind ? controlOf(kind) : 'columns';
    }
  }
}

/** What stands in an address for a field that is mistaken, as the form would have sent it. */
export function additionInAddress(sent: URLSearchParams, field: string): FilterAddition | null {
  const of = (kind: FilterKind, names: readonly string[]): FilterAddition => ({
    kind,
    comparison: 'between',
    values: names.map((name) => sent.get(name) ?? '')
  });
  switch (field) {
    case 'from':
    case 'to':
      return of('completed', ENDS.completed);
    case 'scoreMin':
    case 'scoreMax':
      return of('score', ENDS.score);
    case 'name':
      return of('name', ['name']);
    default:
      return null;
  }
}
