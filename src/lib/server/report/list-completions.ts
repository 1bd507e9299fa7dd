import { holderName } from '#lib/domain/certificate/holder-name.ts';
import type { CompletionPlace } from '#lib/domain/report/completion-place.ts';
import type { CompletionRow, CompletionTotals } from '#lib/domain/report/completion-row.ts';
import type { CompletionView } from '#lib/domain/report/completion-view.ts';
import type { Executor } from '../db/index.ts';
import { listCompletionRows, selectCompletionTotals, selectOptionalKey } from './queries.ts';

const PAGE_SIZE = 50;

/** A page of the report, with the places of the pages beside it; null at the ends. */
export type CompletionList = {
  rows: CompletionRow[];
  totals: CompletionTotals;
  previous: CompletionPlace | null;
  next: CompletionPlace | null;
};

type FoundRow = Awaited<ReturnType<typeof listCompletionRows>>[number];

function toCompletionRow(row: FoundRow): CompletionRow {
  const { givenName, familyName, credentials } = row;
  const profile = {
    givenName: givenName ?? '',
    familyName: familyName ?? '',
    credentials: credentials ?? ''
  };
  return {
    id: row.id,
    completedOn: row.completedOn,
    name: row.document?.holder ?? holderName(profile),
    profession: row.profession ?? '',
    activityTitle: row.activityTitle,
    itemsCorrect: row.itemsCorrect ?? 0,
    itemsTotal: row.itemsCounted,
    quarterCredits: row.quarterCredits,
    certificateId: row.certificateId,
    revokedOn: row.revokedOn
  };
}

type Request = { view: CompletionView; place: CompletionPlace };

/** The rows of a page in their order, and whether there are more in the direction in which they were read. */
async function readPage(
  db: Executor,
  { view: { filter, sort }, place }: Request
): Promise<{ found: FoundRow[]; isMore: boolean }> {
  const backwards = place.kind === 'before' || place.kind === 'last';
  const beyond = 'id' in place ? await selectOptionalKey(db, place.id) : null;
  const direction = { by: sort.by, descending: sort.descending !== backwards };
  const found = await listCompletionRows(db, { filter, sort: direction, beyond, limit: PAGE_SIZE + 1 });
  const rows = found.slice(0, PAGE_SIZE);
  return { found: backwards ? rows.toReversed() : rows, isMore: found.length > PAGE_SIZE };
}

/**
 * The completions of a view, 50 a page by key. Who goes back to where the list begins gets its whole first page. A place
 * that is none any more leads to the first page.
 */
export async function listCompletions(db: Executor, { view, place }: Request): Promise<CompletionList> {
  const { found, isMore } = await readPage(db, { view, place });
  if (place.kind === 'before' && !isMore) return listCompletions(db, { view, place: { kind: 'first' } });
  const [first, last] = [found[0], found.at(-1)];
  const isForward = place.kind === 'first' || place.kind === 'after';
  const hasPrevious = place.kind === 'after' || (place.kind !== 'first' && isMore);
  const hasNext = place.kind === 'before' || (isForward && isMore);
  return {
    rows: found.map(toCompletionRow),
    totals: await selectCompletionTotals(db, view.filter),
    previous: first && hasPrevious ? { kind: 'before', id: first.id } : null,
    next: last && hasNext ? { kind: 'after', id: last.id } : null
  };
}
