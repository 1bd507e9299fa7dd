import type { SQL } from 'drizzle-orm';

/**
 * A query whose rows leave as bytes, UTF-8 and LF after each row. `csv`: its columns by RFC 4180, null as an empty cell and
 * empty text as `""`. `lines`: its only column as it is, which must be JSON or other text without control characters.
 */
export type RowStream = { query: SQL; as: 'csv' | 'lines' };

/**
 * Streams rows from one snapshot, however slow the reader and however many there are. Ends when all are there, and throws
 * where one is missing. A reader that leaves ends the query.
 */
export type StreamRows = (rows: RowStream) => AsyncGenerator<Uint8Array, void, undefined>;
