import { sql } from 'drizzle-orm';
import type { Executor } from './index.ts';

/** Longer than any healthy answer, shorter than the patience of a load balancer. */
const PATIENCE = 2000;

function timeOut(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE).unref();
  });
}

/** Asks the database for nothing in particular: null if it answers in time, else why not. */
export async function checkDatabase(db: Executor): Promise<Error | null> {
  try {
    await Promise.race([db.execute(sql`select 1`), timeOut()]);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
