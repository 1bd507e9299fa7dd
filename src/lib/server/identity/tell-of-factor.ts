import { factorLetter, type FactorChange } from '#lib/domain/identity/factor-letters.ts';
import type { Executor } from '../db/index.ts';
import { insertMessage, selectOptionalAddress } from './mail-queries.ts';

type Told = { personId: string; change: FactorChange; origin: string; now: Date };

/** Writes to the owner of an account that a factor changed, in the transaction that changes it (ASVS 6.3.7). */
export async function tellOfFactor(tx: Executor, { personId, change, origin, now }: Told): Promise<void> {
  const address = await selectOptionalAddress(tx, personId);
  if (address === null) return;
  const id = crypto.randomUUID();
  await insertMessage(tx, {
    id,
    kind: 'factor-change',
    dedupeKey: `factor-change:${id}`,
    personId,
    address,
    ...factorLetter(change, origin),
    unsubscribeUrl: null,
    createdAt: now,
    notBefore: now
  });
}
