import { isUuid } from '#lib/domain/uuid.ts';
import { placePairs, type CompletionPlace } from './completion-place.ts';
import { firstDirection, type CompletionSort } from './completion-sort.ts';
import { viewQuery, type CompletionView } from './completion-view.ts';

/** What the page of completions shows, beside the view itself; all of it stands in the address. */
export type CompletionsPage = {
  view: CompletionView;
  place: CompletionPlace;
  /** The saved view that it began from; null: from none. */
  savedViewId: string | null;
  isCompact: boolean;
  /** Whether to count to the end, however long that takes. */
  isCountExact: boolean;
};

/** Reads what an address says beside the view and the place; what is none is left out. */
export function readPageChoices(
  sent: URLSearchParams
): Pick<CompletionsPage, 'savedViewId' | 'isCompact' | 'isCountExact'> {
  const saved = sent.get('view') ?? '';
  return {
    savedViewId: isUuid(saved) ? saved : null,
    isCompact: sent.get('density') === 'compact',
    isCountExact: sent.get('count') === 'exact'
  };
}

/** The page as a query string without its question mark. */
export function pageQuery({ view, place, savedViewId, isCompact, isCountExact }: CompletionsPage): string {
  const choices = new URLSearchParams(placePairs(place));
  if (savedViewId !== null) choices.set('view', savedViewId);
  if (isCompact) choices.set('density', 'compact');
  if (isCountExact) choices.set('count', 'exact');
  return [viewQuery(view), choices.toString()].filter((part) => part !== '').join('&');
}

/** The address of the page with something else on it; a change of the view begins at its first page. */
export function pageHref(page: CompletionsPage, change: Partial<CompletionsPage>): string {
  const start: Partial<CompletionsPage> = change.view
    ? { place: { kind: 'first' }, isCountExact: false }
    : {};
  const query = pageQuery({ ...page, ...start, ...change });
  return query === '' ? '/admin/completions' : `/admin/completions?${query}`;
}

/** The order that the head of a column leads to: its first direction, or the other one where it is sorted by already. */
export function sortByHead(sort: CompletionSort, by: CompletionSort['by']): CompletionSort {
  return sort.by === by ? { by, descending: !sort.descending } : firstDirection(by);
}
