import type { AccountLetter } from '#lib/domain/identity/account-letters.ts';
import type { Executor } from '../db/index.ts';
import { insertMessage } from './mail-queries.ts';

type Told = { personId: string; address: string; letter: AccountLetter; now: Date };

/** Writes to somebody that their account was changed, in the transaction that changes it (ASVS 6.3.7). */
export async function tellOfChange(tx: Executor, { personId, address, letter, now }: Told): Promise<void> {
  const id = crypto.randomUUID();
  await insertMessage(tx, {
    id,
    kind: 'account-change',
    dedupeKey: `account-change:${id}`,
    personId,
    address,
    ...letter,
    unsubscribeUrl: null,
    createdAt: now,
    notBefore: now
  });
}
