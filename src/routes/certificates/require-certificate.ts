import { error, type RequestEvent } from '@sveltejs/kit';
import { certificateCheck } from '#lib/domain/certificate/certificate-check.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { readCertificate } from '#lib/server/certificate/read-certificate.ts';
import { requirePerson } from '../guard.ts';

type Event = Pick<RequestEvent<{ id: string }>, 'locals' | 'url' | 'params'>;

/** The certificate that the address names, for its holder or an admin; else 404, so that nobody learns which exist. */
export async function requireCertificate(event: Event) {
  const reader = requirePerson(event);
  const { id } = event.params;
  const certificate = isUuid(id)
    ? await readCertificate(event.locals.db, { certificateId: id, reader })
    : null;
  if (certificate === null) error(404, 'We cannot find that certificate.');
  const origin = event.locals.environment.origin ?? event.url.origin;
  return { ...certificate, origin, check: certificateCheck(origin, certificate.code) };
}
