import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql, type SQL } from 'drizzle-orm';
import type { Sql, TransactionSql } from 'postgres';
import { connect } from '../connect.ts';
import type { BulkAccess, BulkTransaction, InBulk } from './bulk-transaction.ts';
import { SAME_TEXT, textOf, wholeRows } from './copy-text.ts';

const FORMAT = `(format text, encoding 'UTF8')`;

const BEGIN: Record<BulkAccess, string> = {
  read: 'isolation level repeatable read read only',
  write: 'isolation level read committed'
};

/** Whoever administers the server may have set limits for people who wait; a large table takes longer. */
const NO_HURRY = sql`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

function transactionOn(tx: TransactionSql, client: Sql): BulkTransaction {
  const run = async (text: string): Promise<unknown[]> => {
    // eslint-disable-next-line no-restricted-syntax -- statements in bulk take no parameters
    const rows: unknown[] = await tx.unsafe(text);
    return rows;
  };
  return {
    execute: async (statement) => {
      await run(textOf(statement));
    },
    select: (query) => run(textOf(query)),
    copyOut: async function* copyOut(query: SQL) {
      const text = `copy (${textOf(query)}) to stdout with ${FORMAT}`;
      let isWhole = false;
      try {
        // eslint-disable-next-line no-restricted-syntax -- COPY takes no parameters
        const stream = await tx.unsafe(text).readable();
        yield* wholeRows(stream);
        isWhole = true;
      } finally {
        // Who leaves before the end leaves a connection that nothing more can be asked on.
        if (!isWhole) await client.end({ timeout: 0 });
      }
    },
    copyIn: async (target, rows) => {
      // eslint-disable-next-line no-restricted-syntax -- COPY takes no parameters
      const stream = await tx.unsafe(`copy ${textOf(target)} from stdin with ${FORMAT}`).writable();
      await pipeline(Readable.from(rows), stream);
    }
  };
}

/** Transactions as the role of the address. */
export function bulkOnPostgres(url: string): InBulk {
  return async (access, work) => {
    const client = connect(url, {
      max: 1,
      max_lifetime: null,
      fetch_types: false,
      connection: { application_name: 'footnote-bulk' }
    });
    try {
      // The driver would resolve an array in the result; a function it leaves alone.
      const give = await client.begin(BEGIN[access], async (tx) => {
        const bulk = transactionOn(tx, client);
        await bulk.execute(NO_HURRY);
        await bulk.execute(SAME_TEXT);
        const result = await work(bulk);
        return () => result;
      });
      return give();
    } finally {
      await client.end({ timeout: 5 });
    }
  };
}
