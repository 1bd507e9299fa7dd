/** A column of a sheet: its title, what its cells are, and how wide it is, in characters. */
export type SheetColumn = { title: string; type: 'text' | 'number' | 'date'; width?: number };

/** Text, a number, a day as `YYYY-MM-DD` in a column of dates, or null for an empty cell. */
export type SheetCell = string | number | null;

/**
 * Rows as they come from where they are read: some at a time. A row by itself would cost a turn of every stage between the
 * database and the reader, and that more than its cells.
 */
export type SheetPages = AsyncIterable<Iterable<SheetCell[]>> | Iterable<Iterable<SheetCell[]>>;

/** The most rows that a sheet holds, its header among them (Excel specifications and limits). */
const MOST_ROWS = 1_048_576;

/** The most rows that a sheet holds below its header. */
export const MOST_RECORDS = MOST_ROWS - 1;

/** The file cannot hold what was asked of it. */
export class SheetTooLarge extends Error {
  override name = 'SheetTooLarge';
}
