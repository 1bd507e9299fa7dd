import type { ExternalCredit } from '#lib/domain/certificate/external-credit.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import {
  insertExternalCredit,
  updateExternalCredit,
  upsertDocument,
  type ExternalDocument
} from './external-queries.ts';

type Saving = {
  personId: string;
  /** Null: a new entry. */
  externalCreditId: string | null;
  credit: ExternalCredit;
  /** Null: the one that may be there stays. */
  document: ExternalDocument | null;
  now: Date;
};

/** Keeps credit that a person earned elsewhere; null: the person has no such entry. Returns its id. */
export function saveExternalCredit(db: Executor, saving: Saving): Promise<string | null> {
  const { personId, credit, document, now } = saving;
  return db.transaction(async (tx) => {
    const id = saving.externalCreditId ?? crypto.randomUUID();
    const which = { externalCreditId: id, personId };
    if (saving.externalCreditId === null) await insertExternalCredit(tx, { ...credit, id, personId, now });
    else if (!(await updateExternalCredit(tx, { which, credit, now }))) return null;
    if (document) await upsertDocument(tx, id, document);
    await insertAuditEvent(tx, {
      at: now,
      actorId: personId,
      action:
        saving.externalCreditId === null
          ? 'certificate.add-external-credit'
          : 'certificate.change-external-credit',
      subject: { kind: 'external-credit', id },
      detail: { hasNewDocument: document !== null }
    });
    return id;
  });
}
