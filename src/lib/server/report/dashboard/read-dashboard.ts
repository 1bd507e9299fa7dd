import type { Dashboard } from '#lib/domain/report/dashboard/dashboard.ts';
import type { Executor } from '../../db/index.ts';
import { selectOptionalComputedReport } from '../computed-queries.ts';
import { countDashboard, DASHBOARD } from './compute-dashboard.ts';
import { parseDashboard } from './dashboard-schema.ts';
import { hasMoreAttempts } from './figure-queries.ts';

/** Up to so many attempts are counted within a request, in some hundredths of a second. */
const MOST_IN_REQUEST = 5_000;

export type ReadDashboard = { computedAt: Date; report: Dashboard };

/**
 * The dashboard as it was computed last. Before the first time it is counted at once where there is little to count, and
 * is null where a job has to do it.
 */
export async function readDashboard(db: Executor, { now }: { now: Date }): Promise<ReadDashboard | null> {
  const kept = await selectOptionalComputedReport(db, DASHBOARD);
  const report = kept && parseDashboard(kept.report);
  if (report) return { computedAt: kept.computedAt, report };
  if (await hasMoreAttempts(db, MOST_IN_REQUEST)) return null;
  return { computedAt: now, report: await countDashboard(db, { now }) };
}
