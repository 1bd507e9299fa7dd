import type { Factors } from '#lib/domain/identity/second-factor.ts';
import type { Executor } from '../db/index.ts';
import { selectFactors } from './factor-queries.ts';

/** What a person has set up to show beside the password. */
export async function readFactors(
  db: Executor,
  personId: string
): Promise<Factors & { appSince: Date | null }> {
  return selectFactors(db, personId);
}
