import type { ExternalCredit } from '#lib/domain/certificate/external-credit.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { updateExternalCredit, upsertDocument, type ExternalDocument } from './external-queries.ts';

export type SavedCredit = {
  personId: string;
  externalCreditId: string;
  credit: ExternalCredit;
  /** Null: the one that may be there stays. */
  document: ExternalDocument | null;
  now: Date;
};

/** Writes what belongs to an entry that was added or changed: its document, and the audit row. */
export async function completeSaving(
  tx: Executor,
  { personId, externalCreditId, document, now }: SavedCredit,
  verb: 'add' | 'change'
): Promise<string> {
  if (document) await upsertDocument(tx, externalCreditId, document);
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: `certificate.${verb}-external-credit`,
    subject: { kind: 'external-credit', id: externalCreditId },
    detail: { hasNewDocument: document !== null }
  });
  return externalCreditId;
}

/** Changes credit that a person earned elsewhere; null: the person has no such entry. Returns its id. */
export function saveExternalCredit(db: Executor, saving: SavedCredit): Promise<string | null> {
  const { personId, externalCreditId, credit, now } = saving;
  return db.transaction(async (tx) => {
    const which = { externalCreditId, personId };
    if (!(await updateExternalCredit(tx, { which, credit, now }))) return null;
    return completeSaving(tx, saving, 'change');
  });
}
