import type { Executor } from './index.ts';

type Values = Record<string, unknown>;

type Prepared<Rows> = { execute: (values?: Values) => Promise<Rows> };

/** What a query builder's statement talks to; see the test: it must be the asker's own, never the first one's. */
function clientOf(holder: object): unknown {
  const client: unknown = Reflect.get(holder, 'client');
  if (client === undefined) throw new Error('The query builder has changed: its statements name no client.');
  return client;
}

const sessionOf = (db: Executor): object => {
  const session: unknown = Reflect.get(db, 'session');
  if (typeof session === 'object' && session !== null) return session;
  throw new Error('The query builder has changed: an executor has no session.');
};

/**
 * A statement of which the query builder makes the text once, for the requests that come most: making it costs more than
 * the database takes to answer. `build` says what is filled in by `sql.placeholder`, as the database takes it (an instant
 * as text, since no column turns it into one). It is asked on the executor that it is given, transactions among them.
 */
export function keepStatement<Rows>(
  build: (db: Executor) => { prepare: (name: string) => Prepared<Rows> }
): (db: Executor, values: Values) => Promise<Rows> {
  // Each driver has statements of a shape of its own.
  const kept = new Map<unknown, Prepared<Rows>>();
  return (db, values) => {
    const session = sessionOf(db);
    const statement = kept.get(session.constructor) ?? build(db).prepare('kept');
    kept.set(session.constructor, statement);
    clientOf(statement);
    const bound: unknown = Object.setPrototypeOf({ client: clientOf(session) }, statement);
    return Reflect.apply(statement.execute, bound, [values]);
  };
}
