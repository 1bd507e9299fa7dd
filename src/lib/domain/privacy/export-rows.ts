/** A value of a row as JSON has it. */
type Value = unknown;

export type ExportRow = Record<string, Value>;

/** A value as a cell: text as it is, what has parts as JSON, nothing as an empty cell. */
function cellOf(value: Value): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : JSON.stringify(value);
}

/** Rows as a table: a line with the names of the columns, then a line each. No rows: no line at all. */
export function toTable(rows: readonly ExportRow[]): (string | number | null)[][] {
  const [first] = rows;
  if (first === undefined) return [];
  const columns = Object.keys(first);
  return [
    columns.map((column) => column.replaceAll('_', ' ')),
    ...rows.map((row) => columns.map((column) => cellOf(row[column])))
  ];
}
