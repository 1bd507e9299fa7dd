import type { ParameterOrJSON, Sql, TransactionSql, UnsafeQueryOptions } from 'postgres';

/** From the third time on a statement is worth a plan that is kept. */
const WORTH_AT = 3;

/** So many are kept on each connection, in the order in which they proved their worth: a server keeps each in memory. */
const MOST_PREPARED = 400;

/** So many are watched at once; lists of changing length make ever new ones, of which the oldest are forgotten. */
const MOST_WATCHED = 2_000;

type IsWorthIt = (text: string) => boolean;

/** What one pool of connections has seen of statements. */
function watchStatements(): IsWorthIt {
  const watched = new Map<string, number>();
  const prepared = new Set<string>();
  return (text) => {
    if (prepared.has(text)) return true;
    if (prepared.size >= MOST_PREPARED) return false;
    const times = (watched.get(text) ?? 0) + 1;
    watched.delete(text);
    if (times >= WORTH_AT) return prepared.add(text).has(text);
    watched.set(text, times);
    const [oldest] = watched.keys();
    if (watched.size > MOST_WATCHED && oldest !== undefined) watched.delete(oldest);
    return false;
  };
}

type Parameters = ParameterOrJSON<never>[];

const isCallable = (value: unknown): value is (...words: unknown[]) => unknown => typeof value === 'function';

const isConnection = (value: unknown): value is TransactionSql => isCallable(value) && 'unsafe' in value;

/** Transactions, and those within them, prepare as well: what they call with a connection is told of ours. */
const opening =
  (open: (...words: unknown[]) => unknown, isWorthIt: IsWorthIt) =>
  (...words: unknown[]) =>
    open(
      ...words.map((word) =>
        isCallable(word) ? (tx: unknown) => word(isConnection(tx) ? preparing(tx, isWorthIt) : tx) : word
      )
    );

/**
 * The same connections, where statements with parameters that come again are prepared: the server keeps their plan, and
 * one round trip does instead of two. The query builder itself asks for neither. Poolers that hand a connection to
 * somebody else after each transaction and know no prepared statements (PgBouncer before 1.21) want `?prepare=false` in
 * the address, which the driver heeds before all that is said here.
 */
export function preparing<Connection extends Sql | TransactionSql>(
  connection: Connection,
  isWorthIt = watchStatements()
): Connection {
  const unsafe = connection.unsafe.bind(connection);
  for (const name of ['begin', 'savepoint']) {
    const open: unknown = Reflect.get(connection, name);
    if (isCallable(open)) Reflect.set(connection, name, opening(open, isWorthIt));
  }
  return Object.assign(connection, {
    unsafe: (text: string, parameters: Parameters = [], options: UnsafeQueryOptions = {}) =>
      unsafe(text, parameters, { ...options, prepare: parameters.length > 0 && isWorthIt(text) })
  });
}
