import { stringify } from 'csv-stringify/sync';

/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A cell: text (already guarded against formulas), a number, or null for an empty one. */
export type Cell = string | number | null;

/** Records by RFC 4180: CRLF after each, and in quotes whatever holds a comma, a quote or a line break. */
export function writeCsv(records: Cell[][]): string {
  return stringify(records, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}
