import { drizzle } from 'drizzle-orm/postgres-js';
import type { ParameterOrJSON, Sql, TransactionSql, UnsafeQueryOptions } from 'postgres';
import type { Executor } from '../index.ts';
import type { AskReplica } from './ask-replica.ts';

type Statement = [
  text: string,
  parameters?: ParameterOrJSON<never>[] | undefined,
  options?: UnsafeQueryOptions | undefined
];

/** Who is asked: a replica where it can answer, else the primary, which always knows. */
export type Sides = { askReplica: AskReplica; primary: Sql; pattern: Sql };

/**
 * The database for reports: each statement and each transaction is answered by a replica that has what this session
 * wrote, or by the primary. A transaction may run twice then, so it must only read.
 */
export function replicaExecutor({ askReplica, primary, pattern }: Sides, written: string | null): Executor {
  const ask = async <Found>(read: (connection: Sql) => PromiseLike<Found>): Promise<Found> => {
    const answer = await askReplica(read, written);
    return answer === null ? read(primary) : answer.found;
  };
  const unsafe = (...statement: Statement) => ({
    values: (): Promise<unknown> =>
      // eslint-disable-next-line no-restricted-syntax -- the text is the query builder's, with parameters
      ask((connection) => connection.unsafe(...statement).values()),
    then: (...handlers: [(rows: unknown) => unknown, (reason: unknown) => unknown]) =>
      // eslint-disable-next-line no-restricted-syntax -- the text is the query builder's, with parameters
      ask<unknown>((connection) => connection.unsafe(...statement)).then(...handlers)
  });
  const begin = (work: (tx: TransactionSql) => Promise<unknown>) =>
    ask<unknown>((connection) => connection.begin(work));
  const driver = new Proxy(pattern, {
    get: (target, key): unknown => {
      if (key === 'unsafe') return unsafe;
      return key === 'begin' ? begin : Reflect.get(target, key);
    }
  });
  return drizzle(driver);
}
