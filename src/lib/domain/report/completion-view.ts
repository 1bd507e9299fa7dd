import { failure, success, type Result } from '#lib/domain/result.ts';
import { COMPLETION_COLUMNS, type CompletionColumn } from './completion-columns.ts';
import {
  ALL_COMPLETIONS,
  filterPairs,
  readCompletionFilter,
  type CompletionFilter,
  type FilterProblem
} from './completion-filter.ts';
import { firstDirection, readCompletionSort, sortPairs, type CompletionSort } from './completion-sort.ts';

/** A report on completions: which, what of them, in which order. */
export type CompletionView = {
  filter: CompletionFilter;
  /** In the order of `COMPLETION_COLUMNS`. Null: nothing was chosen; the page shows its own, a file `FILE_COLUMNS`. */
  columns: CompletionColumn[] | null;
  sort: CompletionSort;
};

/** What an address asks for that cannot be, at its field. */
export type ViewProblem = Omit<FilterProblem, 'field'> & { field: FilterProblem['field'] | 'column' };

/** Every completion with the usual columns, the latest first. */
export const WHOLE_VIEW: CompletionView = {
  filter: ALL_COMPLETIONS,
  columns: null,
  sort: firstDirection('completed')
};

/** Reads the view of an address, a saved view or a schedule; parameters of other things are left alone. */
export function readCompletionView(sent: URLSearchParams): Result<CompletionView, ViewProblem[]> {
  const filter = readCompletionFilter(sent);
  const asked = sent.getAll('column').filter((column) => column !== '');
  const columns = COMPLETION_COLUMNS.filter((column) => asked.includes(column));
  const unknown: ViewProblem[] = asked.some((column) => !columns.some((known) => known === column))
    ? [{ field: 'column', message: 'Choose columns from the list', malformed: true }]
    : [];
  if (!filter.ok) return failure([...filter.problem, ...unknown]);
  if (unknown.length > 0) return failure(unknown);
  return success({
    filter: filter.value,
    columns: columns.length > 0 ? columns : null,
    sort: readCompletionSort(sent)
  });
}

/** The view as a query string without its question mark: one and the same for what is one and the same. */
export function viewQuery({ filter, columns, sort }: CompletionView): string {
  const chosen = (columns ?? []).map((column): [string, string] => ['column', column]);
  return new URLSearchParams([...filterPairs(filter), ...chosen, ...sortPairs(sort)]).toString();
}
