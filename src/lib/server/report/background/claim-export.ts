import { readCompletionView } from '#lib/domain/report/completion-view.ts';
import type { Executor } from '../../db/index.ts';
import { listNamedIds } from '../matching-queries.ts';
import { selectCompletionTotals } from '../queries.ts';
import { lockOptionalNextExport, updateClaimed, type Claimed } from './queries.ts';

async function countRows(tx: Executor, query: string): Promise<number> {
  const view = readCompletionView(new URLSearchParams(query));
  if (!view.ok) return 0;
  const { filter } = view.value;
  const ids = await listNamedIds(tx, filter);
  return (await selectCompletionTotals(tx, { filter, ids })).completions;
}

/** Takes the oldest file in hand that nobody makes, to be made from its beginning. Null: there is none. */
export function claimExport(db: Executor, clock: () => Date): Promise<Claimed | null> {
  return db.transaction(async (tx) => {
    const next = await lockOptionalNextExport(tx);
    if (next === null) return null;
    const rowsExpected = await countRows(tx, next.query);
    const startedAt = clock();
    await updateClaimed(tx, { id: next.id, startedAt, rowsExpected });
    return { ...next, startedAt };
  });
}
