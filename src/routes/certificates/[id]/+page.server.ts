import { readBadgeOffer } from '#lib/server/badge/read-badge-offer.ts';
import { qrPath } from '#lib/server/certificate/qr-path.ts';
import { requirePerson } from '../../guard.ts';
import { requireCertificate } from '../require-certificate.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id, document, check } = await requireCertificate(event);
  const { db, environment } = event.locals;
  const reader = { personId: requirePerson(event).id, secret: environment.signingSecret };
  const badge = await readBadgeOffer(db, { certificateId: id, ...reader });
  return { id, document, check, badge, qr: qrPath(check.address) };
};
