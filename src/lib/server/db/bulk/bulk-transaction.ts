import type { SQL } from 'drizzle-orm';

/**
 * A transaction as the owner of the tables, on a connection of its own where the database has several, for what goes
 * through whole tables. Its statements take no parameters: names and literals stand in them.
 */
export type BulkTransaction = {
  execute: (statement: SQL) => Promise<void>;
  /** A few rows, whose shape the caller checks. Cells that are no text come as the driver has them. */
  select: (query: SQL) => Promise<unknown[]>;
  /** Rows of a query as COPY writes them in its text format, in chunks that end with a row. */
  copyOut: (query: SQL) => AsyncGenerator<Uint8Array, void, undefined>;
  /** Adds such rows, in such chunks, to what `copy … from` names: a table with its columns. */
  copyIn: (target: SQL, rows: AsyncIterable<Uint8Array>) => Promise<void>;
};

/** `read`: one snapshot of all tables, and nothing is written. */
export type BulkAccess = 'read' | 'write';

/** Does the work in one transaction, which is rolled back where the work throws. */
export type InBulk = <Result>(
  access: BulkAccess,
  work: (bulk: BulkTransaction) => Promise<Result>
) => Promise<Result>;
