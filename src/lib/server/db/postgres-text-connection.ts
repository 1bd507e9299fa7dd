import { connect } from './connect.ts';
import { isDatabaseGone } from './is-database-gone.ts';
import { inTurn, type SqlValue, type TextConnection } from './text-connection.ts';

/** JSON and JSONB. What comes as text is JSON already; the driver would quote it once more. */
const json = {
  to: 114,
  from: [114, 3802],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text)
};

const open = (url: string) => connect(url, { max: 1, types: { json } });

/** One connection, made with the first statement, and a new one with the first after it was lost. */
export function openPostgresTextConnection(url: string): TextConnection {
  let client: ReturnType<typeof open> | null = null;
  const takeTurn = inTurn();
  const close = async () => {
    const last = client;
    client = null;
    await last?.end({ timeout: 1 });
  };
  const execute = async (text: string, values: SqlValue[]) => {
    client ??= open(url);
    try {
      // eslint-disable-next-line no-restricted-syntax -- the queue writes its own SQL, with parameters
      const result: unknown[] = await client.unsafe(text, values);
      return { rows: result.flat() };
    } catch (error) {
      // A query given to the driver while a connection ends may never be answered (3.4.9): so it gets a new client.
      if (isDatabaseGone(error)) void close().catch(() => {});
      // A text that failed behind its BEGIN leaves the connection inside a transaction that is lost.
      else if (/^\s*begin\b/i.test(text)) await client.unsafe('rollback').catch(() => {});
      throw error;
    }
  };
  return { executeSql: (text, values = []) => takeTurn(() => execute(text, values)), close };
}
