/** How a file of the completion report is written. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'ndjson'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The media type by which browsers and programs know a file (RFC 4180 for CSV). */
export const EXPORT_MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson; charset=utf-8'
};

/** Whether a word names a format. */
export function isExportFormat(word: string): word is ExportFormat {
  return EXPORT_FORMATS.some((format) => format === word);
}
