import type { Executor } from '../db/index.ts';
import { selectOptionalHolder } from './person-queries.ts';

/** The id of the person with this address who may write activities, or null. Case does not matter. */
export const findEducator = (db: Executor, email: string): Promise<string | null> =>
  selectOptionalHolder(db, { email, roles: ['educator', 'admin'] });
