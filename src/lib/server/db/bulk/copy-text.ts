import { sql, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';

const dialect = new PgDialect();

const LINE_FEED = 10;

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v'
};

/** A row as COPY writes it in its text format (PostgreSQL, “COPY”, File Formats). */
export function copyLine(cells: readonly (string | null)[]): string {
  const texts = cells.map((cell) =>
    cell === null ? '\\N' : cell.replace(/[\\\b\f\n\r\t\v]/g, (sign) => ESCAPES[sign] ?? sign)
  );
  return `${texts.join('\t')}\n`;
}

/** How many rows a chunk of whole rows has: a line feed within a cell is written as two signs. */
export function countRows(chunk: Uint8Array): number {
  let rows = 0;
  for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) rows += 1;
  return rows;
}

/** The same bytes in chunks that end with a row, wherever they were cut on their way. */
export async function* wholeRows(
  chunks: AsyncIterable<Uint8Array>
): AsyncGenerator<Uint8Array, void, undefined> {
  let held: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) yield Buffer.concat([...held, chunk.subarray(0, end)]);
    held = [...(end > 0 ? [] : held), chunk.subarray(end)];
  }
  if (held.some(({ length }) => length > 0)) throw new Error('The last row is not whole.');
}

/** Puts small chunks together until they have `size` bytes. */
export async function* gather(
  chunks: AsyncIterable<Uint8Array>,
  size: number
): AsyncGenerator<Uint8Array, void, undefined> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < size) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (held.length > 0) yield Buffer.concat(held);
}

/** The text of a statement that takes no parameters. */
export function textOf(statement: SQL): string {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  if (params.length > 0) throw new Error('A statement in bulk takes no parameters.');
  return text;
}

/** A text as a literal, with the server's usual setting (`standard_conforming_strings`). */
export function literal(text: string): SQL {
  // eslint-disable-next-line no-restricted-syntax -- statements in bulk take no parameters; quotes are doubled
  return sql.raw(`'${text.replaceAll("'", "''")}'`);
}

/** So that the same value is the same text on every server, whatever its configuration says. */
export const SAME_TEXT = sql`set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1;
  set local standard_conforming_strings = on`;
