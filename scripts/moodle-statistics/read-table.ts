import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A row by the names in the first line; an absent column is undefined. */
export type TableRow = Partial<Record<string, string>>;

const isRow = (value: unknown): value is TableRow => typeof value === 'object' && value !== null;

/** A CSV file of Moodle's tests. */
export async function readTable(folder: string, name: string): Promise<TableRow[]> {
  const rows: unknown = parse(await readFile(join(folder, name)), {
    columns: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true
  });
  if (!Array.isArray(rows)) throw new Error(`${name} is not a table`);
  return rows.filter(isRow);
}

/** The number in a cell; an empty one is 0, as an empty mark is. */
export const numberIn = (row: TableRow, column: string): number => Number(row[column] ?? '0');
