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
import { listCompletionRows, selectCompletionTotals, selectOptionalKey } from './queries.ts';

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

/** The rows of a page in their order, and whether there are more in the direction in which they were read. */
async function readPage(
  db: Executor,
  { view: { filter, sort }, place }: Pick<ListRequest, 'view' | 'place'>
): Promise<{ found: FoundRow[]; isMore: boolean }> {
  const backwards = place.kind === 'before' || place.kind === 'last';
  const beyond = 'id' in place ? await selectOptionalKey(db, place.id) : null;
  const direction = { by: sort.by, descending: sort.descending !== backwards };
  const found = await listCompletionRows(db, { filter, sort: direction, beyond, limit: PAGE_SIZE + 1 });
  const rows = found.slice(0, PAGE_SIZE);
  return { found: backwards ? rows.toReversed() : rows, isMore: found.length > PAGE_SIZE };
}

/** Who goes back to where the list begins gets its whole first page. A place that is none any more leads there too. */
async function readList(db: Executor, request: ListRequest): Promise<CompletionList> {
  const { view, place } = request;
  const { found, isMore } = await readPage(db, request);
  if (place.kind === 'before' && !isMore) return readList(db, { ...request, place: { kind: 'first' } });
  const [first, last] = [found[0], found.at(-1)];
  const hasPrevious = place.kind === 'after' || (place.kind !== 'first' && isMore);
  const hasNext = place.kind === 'before' || (place.kind !== 'last' && isMore);
  const columns = view.columns ?? PAGE_COLUMNS;
  const atMost = request.isCountExact ? null : COUNTED_QUICKLY;
  return {
    rows: found.map((row) =>
      toCompletionRow({ ...row, holder: holderOf(row) }, { columns, isShown: request.isShown })
    ),
    totals: await selectCompletionTotals(db, { filter: view.filter, atMost }),
    previous: first && hasPrevious ? { kind: 'before', id: first.completion_id } : null,
    next: last && hasNext ? { kind: 'after', id: last.completion_id } : null
  };
}

/** The completions of a view, 50 a page by key. `too-slow`: the database was stopped before it held others up. */
export async function listCompletions(
  db: Executor,
  request: ListRequest
): Promise<Result<CompletionList, 'too-slow'>> {
  const list = await withinTime(db, (tx) => readList(tx, request));
  return list === null ? failure('too-slow') : success(list);
}
