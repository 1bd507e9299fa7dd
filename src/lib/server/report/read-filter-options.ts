import type { FilterOptions } from '#lib/domain/report/filter-words.ts';
import type { Executor } from '../db/index.ts';
import { listReportActivities, listReportCredits, listReportVersions } from './filter-option-queries.ts';

const byLabel = (one: { label: string }, other: { label: string }) =>
  one.label.localeCompare(other.label, 'en-US');

/** What the filter of the report offers of what the database knows, in the order of the words. */
export async function readFilterOptions(db: Executor): Promise<FilterOptions> {
  const versions = await listReportVersions(db);
  return {
    activities: (await listReportActivities(db)).sort(byLabel),
    versions: versions
      .sort((one, other) => one.localeCompare(other, 'en-US', { numeric: true }))
      .map((version) => ({ id: version, label: version })),
    credits: (await listReportCredits(db)).sort(byLabel)
  };
}
