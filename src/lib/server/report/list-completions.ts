import { holderName } from '#lib/domain/certificate/holder-name.ts';
import type { CompletionCursor } from '#lib/domain/report/completion-cursor.ts';
import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import type { CompletionRow, CompletionTotals } from '#lib/domain/report/completion-row.ts';
import type { Executor } from '../db/index.ts';
import { listCompletionRows, selectCompletionTotals } from './queries.ts';

const PAGE_SIZE = 50;

/** A page of the report; `next` is where the page after it begins, null on the last one. */
export type CompletionList = {
  rows: CompletionRow[];
  totals: CompletionTotals;
  next: CompletionCursor | null;
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
    itemsTotal: row.itemsTotal,
    quarterCredits: row.quarterCredits,
    certificateId: row.certificateId,
    revokedOn: row.revokedOn
  };
}

/** The completions that a filter finds, the latest first, 50 a page. */
export async function listCompletions(
  db: Executor,
  { filter, after }: { filter: CompletionFilter; after: CompletionCursor | null }
): Promise<CompletionList> {
  const found = await listCompletionRows(db, { filter, after, limit: PAGE_SIZE + 1 });
  const rows = found.slice(0, PAGE_SIZE).map(toCompletionRow);
  const last = rows.at(-1);
  return {
    rows,
    totals: await selectCompletionTotals(db, filter),
    next: found.length > PAGE_SIZE && last ? { completedOn: last.completedOn, id: last.id } : null
  };
}
