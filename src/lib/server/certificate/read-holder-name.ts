import { holderName } from '#lib/domain/certificate/holder-name.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalHolder } from './queries.ts';

/** A person's name as it would be printed today; empty where there is no profile. */
export async function readHolderName(db: Executor, personId: string): Promise<string> {
  const holder = await selectOptionalHolder(db, personId);
  return holder ? holderName(holder) : '';
}

/** Letter in the United States and Canada, A4 elsewhere and where there is no profile. */
export async function readPaper(db: Executor, personId: string): Promise<'letter' | 'a4'> {
  const country = (await selectOptionalHolder(db, personId))?.country;
  return country === 'US' || country === 'CA' ? 'letter' : 'a4';
}
