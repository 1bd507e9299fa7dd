import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { renderCertificatePdf } from '#lib/server/certificate/render-certificate-pdf.ts';
import { requireCertificate } from '../require-certificate.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const certificate = await requireCertificate(event);
  const pdf = await renderCertificatePdf(certificate);
  const { heading, holder } = certificate.document;
  return new Response(pdf, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(pdf.byteLength),
      'content-disposition': contentDisposition(`${heading}, ${holder}.pdf`),
      'cache-control': 'private, no-store'
    }
  });
};
