import { error } from '@sveltejs/kit';
import { isCertificateImageKind } from '#lib/domain/activity/certificate-image.ts';
import { readCertificateImage } from '#lib/server/activity/read-certificate-images.ts';
import { requireAuthored, shownVersion } from '../../require-authored.ts';
import type { RequestHandler } from './$types';

/** The logo or the signature of the version that its authors see. */
export const GET: RequestHandler = async (event) => {
  const { activity } = await requireAuthored(event);
  const { kind } = event.params;
  const { versionId } = shownVersion(activity);
  const image = isCertificateImageKind(kind)
    ? await readCertificateImage(event.locals.db, { versionId, kind })
    : null;
  if (!image) error(404, 'We cannot find that image.');
  return new Response(new Uint8Array(image.content), {
    headers: { 'content-type': image.mediaType, 'cache-control': 'private, no-store' }
  });
};
