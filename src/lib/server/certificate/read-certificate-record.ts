import { certificateState, type CertificateState } from '#lib/domain/certificate/certificate-state.ts';
import type { Executor } from '../db/index.ts';
import { listGrants } from './grant-queries.ts';
import { listDocumentHistory, selectOptionalDocument, type IssuedDocument } from './record-queries.ts';

/** An issued document for an admin: where it stands, and every document of the same completion. */
export type CertificateRecord = Pick<
  IssuedDocument,
  'id' | 'code' | 'document' | 'issuedAt' | 'personId' | 'maximumQuarterCredits' | 'isHidden'
> & {
  state: CertificateState;
  history: Awaited<ReturnType<typeof listDocumentHistory>>;
  grants: Awaited<ReturnType<typeof listGrants>>;
};

/** The record of a certificate, or null where there is none. */
export async function readCertificateRecord(
  db: Executor,
  certificateId: string
): Promise<CertificateRecord | null> {
  const found = await selectOptionalDocument(db, certificateId);
  if (!found) return null;
  const { id, code, document, issuedAt, personId, maximumQuarterCredits, isHidden } = found;
  const history = await listDocumentHistory(db, found.completionId);
  const grants = await listGrants(db, id);
  const state = certificateState(found);
  return { id, code, document, issuedAt, personId, maximumQuarterCredits, isHidden, state, history, grants };
}
