import { holderName } from '#lib/domain/certificate/holder-name.ts';
import { PAGE_COLUMNS } from '#lib/domain/report/completion-column-facts.ts';
import type { CompletionPlace } from '#lib/domain/report/completion-place.ts';
import {
  toCompletionRow,
  type CompletionRow,
  type CompletionTotals
} from '#lib/domain/report/completion-row.ts';
import type { CompletionView } from '#lib/domain/report/completion-view.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { withinTime } from './within-time.ts';
import { listNamedIds } from './matching-queries.ts';
import {
  listCompletionRows,
  selectCompletionTotals,
  selectGathered,
  selectOptionalKey,
  type Which
} from './queries.ts';

const PAGE_SIZE = 50;

/** Up to here the count is exact and costs little beside the page; `npm run bench -- completions-page` shows it. */
const COUNTED_QUICKLY = 10_000;

/** A page of the report, with the places of the pages beside it; null at the ends. */
export type CompletionList = {
  rows: CompletionRow[];
  totals: CompletionTotals;
  previous: CompletionPlace | null;
  next: CompletionPlace | null;
};

export type ListRequest = {
  view: CompletionView;
  place: CompletionPlace;
  /** Whether to count to the end, however long that takes. */
  isCountExact: boolean;
  /** Whether to show what is personal: only where that is put on record. */
  isShown: boolean;
};

type FoundRow = Awaited<ReturnType<typeof listCompletionRows>>[number];

const holderOf = (row: FoundRow) =>
  row.name_on_certificate ??
  holderName({
    givenName: row.given_name ?? '',
    familyName: row.family_name ?? '',
    credentials: row.credentials ?? ''
  });

type PageRequest = Pick<ListRequest, 'view' | 'place' | 'isCountExact'> & Which;

/**
 * What a filter finds is gathered first. Few are counted and sorted with it; of many the page is met soon on the way
 * along an index of the order.
 */
async function gather(db: Executor, { view: { sort }, place, filter, ids, isCountExact }: PageRequest) {
  const backwards = place.kind === 'before' || place.kind === 'last';
  const page = {
    filter,
    ids,
    sort: { by: sort.by, descending: sort.descending !== backwards },
    beyond: 'id' in place ? await selectOptionalKey(db, place.id) : null,
    limit: PAGE_SIZE + 1
  };
  const gathered = await selectGathered(db, { ...page, atMost: COUNTED_QUICKLY });
  const { isAll } = gathered.totals;
  const found = await listCompletionRows(db, { ...page, only: isAll ? gathered.ids : null });
  const totals = isAll || !isCountExact ? gathered.totals : await selectCompletionTotals(db, { filter, ids });
  return { found, totals, backwards };
}

type Found = Omit<CompletionList, 'rows'> & { found: FoundRow[] };

/** Who goes back to where the list begins gets its whole first page. A place that is none any more leads there too. */
async function readFound(db: Executor, request: PageRequest): Promise<Found> {
  const { place } = request;
  const { found: gathered, totals, backwards } = await gather(db, request);
  const isMore = gathered.length > PAGE_SIZE;
  if (place.kind === 'before' && !isMore) return readFound(db, { ...request, place: { kind: 'first' } });
  const rows = gathered.slice(0, PAGE_SIZE);
  const found = backwards ? rows.toReversed() : rows;
  const [first, last] = [found[0], found.at(-1)];
  const hasPrevious = place.kind === 'after' || (place.kind !== 'first' && isMore);
  const hasNext = place.kind === 'before' || (place.kind !== 'last' && isMore);
  return {
    found,
    totals,
    previous: first && hasPrevious ? { kind: 'before', id: first.completion_id } : null,
    next: last && hasNext ? { kind: 'after', id: last.completion_id } : null
  };
}

async function readList(db: Executor, request: ListRequest): Promise<CompletionList> {
  const { view, isShown } = request;
  const ids = await listNamedIds(db, view.filter);
  const { found, ...beside } = await readFound(db, { ...request, filter: view.filter, ids });
  const columns = view.columns ?? PAGE_COLUMNS;
  const rows = found.map((row) => toCompletionRow({ ...row, holder: holderOf(row) }, { columns, isShown }));
  return { rows, ...beside };
}

/** The completions of a view, 50 a page by key. `too-slow`: the database was stopped before it held others up. */
export async function listCompletions(
  db: Executor,
  request: ListRequest
): Promise<Result<CompletionList, 'too-slow'>> {
  const list = await withinTime(db, (tx) => readList(tx, request));
  return list === null ? failure('too-slow') : success(list);
}
