import type { Executor } from '../db/index.ts';
import { selectOptionalBank } from './save-queries.ts';

/** A question bank by its id; null where there is none. */
export const findBank = (db: Executor, bankId: string): Promise<{ id: string; title: string } | null> =>
  selectOptionalBank(db, bankId);
