import type { Executor } from '../db/index.ts';
import { listReportActivities } from './queries.ts';

/** The activities that the filter of the report offers, by slug, in the order of their titles. */
export async function listActivitiesInReport(db: Executor): Promise<{ id: string; label: string }[]> {
  const found = await listReportActivities(db);
  return found.sort((a, b) => a.label.localeCompare(b.label, 'en-US'));
}
