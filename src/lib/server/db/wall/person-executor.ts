import { drizzle } from 'drizzle-orm/postgres-js';
import type { ParameterOrJSON, Sql, TransactionSql, UnsafeQueryOptions } from 'postgres';
import type { Executor } from '../index.ts';
import type { Seats } from './seats.ts';

type Statement = [
  text: string,
  parameters?: ParameterOrJSON<never>[] | undefined,
  options?: UnsafeQueryOptions | undefined
];

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Says who asks, for what follows on this connection. As one text without parameters, which the driver sends together
 * with what follows: nobody waits for it.
 */
function sayWho(connection: Sql | TransactionSql, command: 'set' | 'set local', person: string) {
  // eslint-disable-next-line no-restricted-syntax -- SET takes no parameters; the value is empty or a UUID, which is checked
  return connection.unsafe(`${command} footnote.person = '${person}'`);
}

type Answer = { rows: PromiseLike<unknown> };

/**
 * One statement for one person. The seat is this statement's alone, and it is told who asks each time anew: so nothing
 * that another person left there can hold, and what comes back counts only where the seat knew for whom it was.
 */
function askFor(seats: Seats, person: string, ask: (connection: Sql) => Answer): Promise<unknown> {
  return seats.hold(async (connection) => {
    const [, rows] = await Promise.all([sayWho(connection, 'set', person), ask(connection).rows]);
    return rows;
  });
}

/** What the query builder asks of a driver: rows as objects where it awaits, as arrays where it calls `values`. */
function statementsFor(seats: Seats, person: string) {
  return (...statement: Statement) => ({
    values: () =>
      // eslint-disable-next-line no-restricted-syntax -- the text is the query builder's, with parameters
      askFor(seats, person, (connection) => ({ rows: connection.unsafe(...statement).values() })),
    then: (...handlers: [(rows: unknown) => unknown, (reason: unknown) => unknown]) =>
      // eslint-disable-next-line no-restricted-syntax -- the text is the query builder's, with parameters
      askFor(seats, person, (connection) => ({ rows: connection.unsafe(...statement) })).then(...handlers)
  });
}

/** A transaction says who asks within itself; it forgets it when it ends, whichever way. */
function transactionsFor(seats: Seats, person: string) {
  return (work: (tx: TransactionSql) => Promise<unknown>) =>
    seats.hold((connection) =>
      connection.begin(async (tx) => {
        const [, result] = await Promise.all([sayWho(tx, 'set local', person), work(tx)]);
        return result;
      })
    );
}

/**
 * The database as one person may see it, or nobody (null): of what belongs to learners their own, and no more. Each
 * statement and each transaction has a seat for itself while it runs, and none in between.
 */
export function executorFor(seats: Seats, person: string | null): Executor {
  const asker = person ?? '';
  if (person !== null && !UUID.test(person)) throw new Error('This is not the id of a person.');
  const unsafe = statementsFor(seats, asker);
  const begin = transactionsFor(seats, asker);
  const driver = new Proxy(seats.pattern, {
    get: (target, key): unknown => {
      if (key === 'unsafe') return unsafe;
      return key === 'begin' ? begin : Reflect.get(target, key);
    }
  });
  return drizzle(driver);
}
