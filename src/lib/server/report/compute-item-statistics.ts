import type { Executor } from '../db/index.ts';
import { computeFormStatistics } from './compute-form-statistics.ts';
import { listFormsAttempted } from './counted-form-queries.ts';
import { listFormsWithStatistics } from './statistics-queries.ts';

/**
 * Computes the item statistics of all forms anew, a transaction each: those with first attempts, and those that had some
 * when it was last done. The same responses give the same figures, however often. `signal` ends it between two forms.
 */
export async function computeItemStatistics(
  db: Executor,
  { now, signal }: { now: Date; signal?: AbortSignal }
): Promise<{ forms: number; items: number }> {
  const known = [...(await listFormsAttempted(db)), ...(await listFormsWithStatistics(db))];
  const forms = [...new Set(known.map(({ assessmentId }) => assessmentId))];
  let items = 0;
  for (const assessmentId of forms) {
    signal?.throwIfAborted();
    items += await computeFormStatistics(db, { assessmentId, now });
  }
  return { forms: forms.length, items };
}
