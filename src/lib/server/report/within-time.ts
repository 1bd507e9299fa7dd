import type { Executor } from '../db/index.ts';
import { setStatementLimit } from './time-queries.ts';

/** PostgreSQL ended a statement, here because its time was over. */
function isTimeOver(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === '57014') || isTimeOver(error.cause);
}

/**
 * What `read` finds from one view of the data, or null where one of its statements takes longer than a person waits. On
 * PGlite there is no such limit, and few rows.
 */
export async function withinTime<Value>(
  db: Executor,
  read: (tx: Executor) => Promise<Value>
): Promise<Value | null> {
  try {
    return await db.transaction(
      async (tx) => {
        await setStatementLimit(tx);
        return read(tx);
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' }
    );
  } catch (error) {
    if (isTimeOver(error)) return null;
    throw error;
  }
}
