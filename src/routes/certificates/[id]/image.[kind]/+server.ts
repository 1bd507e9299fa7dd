import { error } from '@sveltejs/kit';
import { requirePerson } from '../../../guard.ts';
import { requireCertificate } from '../../require-certificate.ts';
import type { RequestHandler } from './$types';

/** The logo or the signature that a document prints, for whoever may read the document. */
export const GET: RequestHandler = async (event) => {
  requirePerson(event);
  const { images } = await requireCertificate(event);
  const image = images.find(({ kind }) => kind === event.params.kind);
  if (!image) error(404, 'We cannot find that image.');
  return new Response(new Uint8Array(image.content), {
    headers: { 'content-type': image.mediaType, 'cache-control': 'private, no-store' }
  });
};
