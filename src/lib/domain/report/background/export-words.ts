import type { ExportEntry, ExportState, ExportWay } from './export-entry.ts';

export const STATE_WORDS: Record<ExportState, string> = {
  waiting: 'Waiting',
  running: 'In the making',
  finished: 'Finished',
  failed: 'Failed',
  cancelled: 'Cancelled'
};

export const WAY_WORDS: Record<ExportWay, string> = {
  download: 'Download',
  background: 'In the background',
  schedule: 'Scheduled',
  'command-line': 'Command line',
  api: 'API'
};

/** Who or what asked for it. */
export function askerWords({ requestedBy, scheduleName, way }: ExportEntry): string {
  if (way === 'schedule') return scheduleName === null ? 'A schedule that was deleted' : `“${scheduleName}”`;
  return requestedBy ?? WAY_WORDS[way];
}

export const FORMAT_OPTIONS = [
  { id: 'csv', label: 'CSV, for any program and any number of rows' },
  { id: 'xlsx', label: 'Excel workbook (XLSX), up to 1,048,575 rows' },
  { id: 'ndjson', label: 'NDJSON, one record per line, for programs' }
];

export const MOST_REASON = 500;
