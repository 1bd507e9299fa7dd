import { holderName } from '#lib/domain/certificate/holder-name.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalHolder } from './queries.ts';

/** A person's name as it would be printed today; empty where there is no profile. */
export async function readHolderName(db: Executor, personId: string): Promise<string> {
  const holder = await selectOptionalHolder(db, personId);
  return holder ? holderName(holder) : '';
}
