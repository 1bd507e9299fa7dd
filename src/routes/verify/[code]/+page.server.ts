import { error } from '@sveltejs/kit';
import { secondsToWait, waitWords } from '#lib/domain/identity/throttle.ts';
import { verifyCertificate } from '#lib/server/certificate/verify-certificate.ts';
import { clientNetwork } from '../../client-network.ts';
import type { PageServerLoad } from './$types';

/** Public, and shows no more than the document does: never licence, NPI, e-mail or score. */
export const load: PageServerLoad = async (event) => {
  const { db, now } = event.locals;
  const verified = await verifyCertificate(db, {
    typedCode: event.params.code,
    token: event.url.searchParams.get('grant'),
    network: clientNetwork(event),
    now
  });
  if (verified.ok) return verified.value;
  if (verified.problem.kind === 'wrong') error(404, 'No certificate has this code.');
  const seconds = secondsToWait(verified.problem.until, now);
  event.setHeaders({ 'retry-after': String(seconds) });
  error(429, `Please try again ${waitWords(seconds)}.`);
};
