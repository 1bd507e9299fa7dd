import type { Executor } from '../db/index.ts';
import { selectOptionalHolder } from './person-queries.ts';

/** The id of the admin with this address, or null. Case does not matter. */
export const findAdmin = (db: Executor, email: string): Promise<string | null> =>
  selectOptionalHolder(db, { email, roles: ['admin'] });
