import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { secondsToWait, waitWords } from '#lib/domain/identity/throttle.ts';
import { exportOwnData } from '#lib/server/privacy/export-own-data.ts';
import { requireRecentProof } from '../../../../require-recent-proof.ts';
import type { RequestHandler } from './$types';

/** Whoever has to prove first who they are comes back to the page with the link, which then says that it is ready. */
const PAGE = '/me/settings/privacy?confirmed';

export const GET: RequestHandler = async ({ locals, url, setHeaders }) => {
  const { id: personId } = requireRecentProof({ locals, url: new URL(PAGE, url) });
  const { db, now } = locals;
  const made = await exportOwnData(db, { personId, now });
  if (!made.ok) {
    const seconds = secondsToWait(made.problem.until, now);
    setHeaders({ 'retry-after': String(seconds) });
    error(429, `You took your data several times today. Please try again ${waitWords(seconds)}.`);
  }
  const { fileName, bytes } = made.value;
  return new Response(bytes, {
    headers: {
      'content-type': 'application/zip',
      'content-length': String(bytes.byteLength),
      'content-disposition': contentDisposition(fileName),
      'cache-control': 'private, no-store'
    }
  });
};
