import type { Executor } from '../db/index.ts';
import { selectOptionalSecret } from './person-queries.ts';

/** The id of the person with this address, or null; disabled accounts have none. Case does not matter. */
export async function findPersonByEmail(db: Executor, email: string): Promise<string | null> {
  return (await selectOptionalSecret(db, email))?.personId ?? null;
}
