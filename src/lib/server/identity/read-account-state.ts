import type { Executor } from '../db/index.ts';
import { selectAccountState } from './account-queries.ts';

/** How a person signs in: whether the address is proven, and whether there is a password. */
export function readAccountState(
  db: Executor,
  personId: string
): Promise<{ isEmailVerified: boolean; hasPassword: boolean }> {
  return selectAccountState(db, personId);
}
