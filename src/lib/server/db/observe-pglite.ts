import type { PGlite, Transaction } from '@electric-sql/pglite';
import { spanStatement, spanTransaction } from '../watch/statement-span.ts';
import type { StatementCount } from './statement-count.ts';
import { withMethods } from './with-methods.ts';

const observeWithin = (tx: Transaction): Transaction =>
  withMethods(tx, {
    query: (...words: Parameters<Transaction['query']>) => spanStatement(words[0], () => tx.query(...words))
  });

/** The embedded database as the query builder uses it: counted and, where tracing is on, seen as spans. */
export function observePglite(client: PGlite, { count }: Pick<StatementCount, 'count'>): PGlite {
  return withMethods(client, {
    query: (...words: Parameters<PGlite['query']>) =>
      count(() => spanStatement(words[0], () => client.query(...words))),
    transaction: <Value>(work: (tx: Transaction) => Promise<Value>) =>
      count(() => spanTransaction(() => client.transaction((tx) => work(observeWithin(tx)))))
  });
}
