import { sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';

/** Ends any statement of this transaction that runs for longer than ten seconds. */
export async function setStatementLimit(tx: Executor): Promise<void> {
  await tx.execute(sql`set local statement_timeout = '10s'`);
}
