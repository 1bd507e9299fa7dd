import { isSameCredit } from '#lib/domain/certificate/external-credit.ts';
import type { Executor } from '../db/index.ts';
import { insertExternalCredit, selectOptionalExternalCredit } from './external-queries.ts';
import { completeSaving, type SavedCredit } from './save-external-credit.ts';

/**
 * Keeps credit that a person earned elsewhere. Its id is that of the form that it was typed into: sent twice, by a double
 * click or by a browser that heard no answer, it is one entry and counts once. A form that says something else by now, as
 * after the Back button, is another entry. Returns the id of the entry.
 */
export function addExternalCredit(db: Executor, adding: SavedCredit): Promise<string> {
  const { personId, externalCreditId, credit, document, now } = adding;
  return db.transaction(async (tx) => {
    if (await insertExternalCredit(tx, { ...credit, id: externalCreditId, personId, now }))
      return completeSaving(tx, adding, 'add');
    const before = await selectOptionalExternalCredit(tx, { externalCreditId, personId });
    if (before && isSameCredit(before, credit)) {
      const isComplete = document === null || document.fileName === before.documentName;
      return isComplete ? externalCreditId : completeSaving(tx, adding, 'change');
    }
    const id = crypto.randomUUID();
    await insertExternalCredit(tx, { ...credit, id, personId, now });
    return completeSaving(tx, { ...adding, externalCreditId: id }, 'add');
  });
}
