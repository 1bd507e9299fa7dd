/** What the completions are put in order by. */
export const COMPLETION_SORTS = ['completed', 'name', 'score'] as const;

export type CompletionSort = { by: (typeof COMPLETION_SORTS)[number]; descending: boolean };

/** The direction in which a person first wants it: the latest day, the highest score, the names from A. */
export const firstDirection = (by: CompletionSort['by']): CompletionSort => ({
  by,
  descending: by !== 'name'
});

/** Reads the order of an address; what is no order is the usual one, the latest first. */
export function readCompletionSort(sent: URLSearchParams): CompletionSort {
  const first = firstDirection(COMPLETION_SORTS.find((by) => by === sent.get('sort')) ?? 'completed');
  const order = sent.get('order');
  return order === 'asc' || order === 'desc' ? { ...first, descending: order === 'desc' } : first;
}

/** The order as it stands in an address; the usual one needs no word. */
export function sortPairs({ by, descending }: CompletionSort): [string, string][] {
  const isFirst = firstDirection(by).descending === descending;
  return [
    ...(by === 'completed' ? [] : [['sort', by] satisfies [string, string]]),
    ...(isFirst ? [] : [['order', descending ? 'desc' : 'asc'] satisfies [string, string]])
  ];
}
