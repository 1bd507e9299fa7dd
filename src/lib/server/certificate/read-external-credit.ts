import type { ExternalEntry } from '#lib/domain/certificate/transcript-record.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Executor } from '../db/index.ts';
import {
  selectOptionalDocument,
  selectOptionalExternalCredit,
  type ExternalDocument,
  type OwnExternalCredit
} from './external-queries.ts';

/** One's own entry, or null. */
export async function readExternalCredit(
  db: Executor,
  which: OwnExternalCredit
): Promise<ExternalEntry | null> {
  return isUuid(which.externalCreditId) ? selectOptionalExternalCredit(db, which) : null;
}

/** Its document, or null. */
export async function readExternalDocument(
  db: Executor,
  which: OwnExternalCredit
): Promise<ExternalDocument | null> {
  if (!isUuid(which.externalCreditId)) return null;
  const found = await selectOptionalDocument(db, which);
  if (!found) return null;
  const { fileName, mediaType, content } = found;
  if (mediaType !== 'application/pdf' && mediaType !== 'image/png' && mediaType !== 'image/jpeg') return null;
  return { fileName, mediaType, content: new Uint8Array(content) };
}
