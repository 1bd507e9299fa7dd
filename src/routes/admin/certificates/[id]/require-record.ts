import { error, type RequestEvent } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import {
  readCertificateRecord,
  type CertificateRecord
} from '#lib/server/certificate/read-certificate-record.ts';

/** The record that the address names, or 404. The caller has made sure that an admin asks. */
export async function requireRecord({
  locals,
  params
}: Pick<RequestEvent<{ id: string }>, 'locals' | 'params'>): Promise<CertificateRecord> {
  const record = isUuid(params.id) ? await readCertificateRecord(locals.db, params.id) : null;
  return record ?? error(404, 'We cannot find that page.');
}
