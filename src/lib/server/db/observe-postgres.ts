import type { Sql, TransactionSql } from 'postgres';
import { spanStatement, spanTransaction } from '../watch/statement-span.ts';
import type { StatementCount } from './statement-count.ts';
import { withMethods } from './with-methods.ts';

type Connection = Sql | TransactionSql;

type Counting = StatementCount['count'];

const uncounted: Counting = (work) => work();

const isCallable = (value: unknown): value is (...words: unknown[]) => PromiseLike<unknown> =>
  typeof value === 'function';

const isConnection = (value: unknown): value is TransactionSql => isCallable(value) && 'unsafe' in value;

/** BEGIN or SAVEPOINT: what is done with the connection inside is seen as well, and is no further connection. */
function opening(connection: Connection, name: string, count: Counting) {
  const open: unknown = Reflect.get(connection, name);
  if (!isCallable(open)) return {};
  const within = (word: unknown) =>
    isCallable(word) ? (tx: unknown) => word(isConnection(tx) ? observePostgres(tx, uncounted) : tx) : word;
  return {
    [name]: (...words: unknown[]) => count(() => spanTransaction(() => open(...words.map(within))))
  };
}

/**
 * The same connections, whose statements and transactions are counted and, where tracing is on, seen as spans. A statement
 * is what the query builder makes of it: awaited for objects, or asked for `values`.
 */
export function observePostgres<Kind extends Connection>(connection: Kind, count: Counting): Kind {
  const unsafe = (...statement: Parameters<Connection['unsafe']>) => {
    const see = <Value>(ask: () => PromiseLike<Value>) => count(() => spanStatement(statement[0], ask));
    return {
      // eslint-disable-next-line no-restricted-syntax -- the text is the query builder's, with parameters
      values: () => see(() => connection.unsafe(...statement).values()),
      then: (...handlers: [(rows: unknown) => unknown, (reason: unknown) => unknown]) =>
        // eslint-disable-next-line no-restricted-syntax -- the text is the query builder's, with parameters
        see(() => connection.unsafe(...statement)).then(...handlers)
    };
  };
  return withMethods(connection, {
    unsafe,
    ...opening(connection, 'begin', count),
    ...opening(connection, 'savepoint', count)
  });
}
