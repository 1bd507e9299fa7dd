import { qrPath } from '#lib/server/certificate/qr-path.ts';
import { requireCertificate } from '../require-certificate.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id, document, check } = await requireCertificate(event);
  return { id, document, check, qr: qrPath(check.address) };
};
