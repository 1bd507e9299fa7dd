import type { Executor } from '../db/index.ts';
import { selectCreditedAttempts } from './regrade-queries.ts';

/** How many attempts in which an item version stands count for a completion whose credit was awarded. */
export const countCreditedAttempts = (db: Executor, itemVersionId: string): Promise<number> =>
  selectCreditedAttempts(db, itemVersionId);
