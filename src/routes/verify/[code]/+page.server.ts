import { error } from '@sveltejs/kit';
import { verifyCertificate } from '#lib/server/certificate/verify-certificate.ts';
import type { PageServerLoad } from './$types';

/** Public, and shows no more than the document does: never licence, NPI, e-mail or score. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const certificate = await verifyCertificate(locals.db, params.code);
  if (certificate === null) error(404, 'No certificate has this code.');
  return { certificate };
};
