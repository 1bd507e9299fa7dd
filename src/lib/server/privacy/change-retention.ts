import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { selectCreditRecordYears } from './retained-queries.ts';
import { updateCreditRecordYears } from './retention-queries.ts';

/** For how many years the record of a credit is kept. */
export function readCreditRecordYears(db: Executor): Promise<number> {
  return selectCreditRecordYears(db);
}

/** Changes it, for whoever is erased from now on: what is kept already was promised until its day. */
export async function changeCreditRecordYears(
  db: Executor,
  { years, actorId, now }: { years: number; actorId: string; now: Date }
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await selectCreditRecordYears(tx);
    if (before === years) return;
    await updateCreditRecordYears(tx, { years, actorId, now });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'privacy.change-retention',
      subject: { kind: 'retention', id: 'credit-record' },
      before: { creditRecordYears: before },
      after: { creditRecordYears: years }
    });
  });
}
