import { certificateState, type CertificateState } from '#lib/domain/certificate/certificate-state.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { lockPerson } from '../credit/queries.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalDocument, type IssuedDocument } from './record-queries.ts';

/** Why a document cannot be changed: there is none, or it does not stand any more. */
export type NotStanding = { kind: 'unknown' } | Exclude<CertificateState, { kind: 'stands' }>;

/**
 * The document, if it stands. Its holder stays locked until the transaction ends, so that of two changes at once the
 * second one sees the first.
 */
export async function lockStandingDocument(
  tx: Executor,
  certificateId: string
): Promise<Result<IssuedDocument, NotStanding>> {
  const found = await selectOptionalDocument(tx, certificateId);
  if (!found) return failure({ kind: 'unknown' });
  await lockPerson(tx, found.personId);
  const document = await selectOptionalDocument(tx, certificateId);
  const state = certificateState(document ?? found);
  return state.kind === 'stands' ? success(document ?? found) : failure(state);
}
