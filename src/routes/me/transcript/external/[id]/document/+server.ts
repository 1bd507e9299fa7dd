import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { readExternalDocument } from '#lib/server/certificate/read-external-credit.ts';
import { requirePerson } from '../../../../../guard.ts';
import type { RequestHandler } from './$types';

/** A stranger's file, as a download: no browser shows it under our name. */
export const GET: RequestHandler = async (event) => {
  const { id: personId } = requirePerson(event);
  const which = { externalCreditId: event.params.id, personId };
  const document = await readExternalDocument(event.locals.db, which);
  if (document === null) error(404);
  return new Response(new Uint8Array(document.content), {
    headers: {
      'content-type': document.mediaType,
      'content-disposition': contentDisposition(document.fileName),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store'
    }
  });
};
