import type { PGlite } from '@electric-sql/pglite';
import type { SqlValue, TextConnection } from './text-connection.ts';

/** Statements in a transaction of their own; PGlite has one connection, and another one's must not slip in between. */
const WHOLE = /^\s*BEGIN;([^]*)COMMIT;\s*$/;

/** The one connection that PGlite has. It stays open: it is not ours to close. */
export function openPgliteTextConnection(client: PGlite): TextConnection {
  const executeAll = async (text: string) => {
    const body = WHOLE.exec(text)?.[1];
    const results = await (body === undefined
      ? client.exec(text)
      : client.transaction((tx) => tx.exec(body)));
    return { rows: results.flatMap(({ rows }): unknown[] => rows) };
  };
  return {
    executeSql: (text: string, values: SqlValue[] = []) =>
      values.length > 0 ? client.query(text, values) : executeAll(text),
    close: () => Promise.resolve()
  };
}
