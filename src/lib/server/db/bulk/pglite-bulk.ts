import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { SQL } from 'drizzle-orm';
import type { BulkTransaction, InBulk } from './bulk-transaction.ts';
import { copyLine, gather, SAME_TEXT, textOf } from './copy-text.ts';

/** What is held in memory at once, about. */
const CHUNK_BYTES = 1_048_576;

/** A row may be a piece of a file: the first page tells how large they are. */
const FIRST_PAGE = 20;
const LARGEST_PAGE = 5000;

type Parsers = Record<number, (text: string) => string>;

/** For every type, arrays among them: a cell as the server writes it, and not as a value of JavaScript. */
async function cellsAsWritten(tx: Transaction): Promise<Parsers> {
  const { rows } = await tx.query<{ oid: number }>('select oid::int as oid from pg_type');
  return Object.fromEntries(rows.map(({ oid }) => [oid, (text: string) => text]));
}

const nextPage = (rows: number, bytes: number) =>
  Math.min(LARGEST_PAGE, Math.max(1, Math.round((rows * CHUNK_BYTES) / Math.max(bytes, 1))));

/** The embedded database has no COPY to a client: a cursor is read, and the rows are written as COPY would. */
async function* readPages(tx: Transaction, query: SQL): AsyncGenerator<Uint8Array, void, undefined> {
  const parsers = await cellsAsWritten(tx);
  await tx.exec(`declare bulk_rows no scroll cursor for ${textOf(query)}`);
  let size = FIRST_PAGE;
  for (;;) {
    const { rows } = await tx.query<(string | null)[]>(`fetch ${size} from bulk_rows`, [], {
      rowMode: 'array',
      parsers
    });
    if (rows.length === 0) break;
    const chunk = Buffer.from(rows.map(copyLine).join(''));
    size = nextPage(rows.length, chunk.length);
    yield chunk;
  }
  await tx.exec('close bulk_rows');
}

function transactionOn(tx: Transaction): BulkTransaction {
  return {
    execute: async (statement) => {
      await tx.exec(textOf(statement));
    },
    select: async (query) => (await tx.query(textOf(query))).rows,
    copyOut: (query) => readPages(tx, query),
    copyIn: async (target, rows) => {
      const text = `copy ${textOf(target)} from '/dev/blob' with (format text, encoding 'UTF8')`;
      for await (const chunk of gather(rows, CHUNK_BYTES)) {
        await tx.query(text, [], { blob: new Blob([Buffer.from(chunk)]) });
      }
    }
  };
}

/** Transactions on the one connection that there is; everybody else waits meanwhile. */
export function bulkOnPglite(client: PGlite): InBulk {
  return (access, work) =>
    client.transaction(async (tx) => {
      if (access === 'read') await tx.exec('set transaction isolation level repeatable read, read only');
      await tx.exec(textOf(SAME_TEXT));
      return work(transactionOn(tx));
    });
}
