import { error } from '@sveltejs/kit';
import { transcriptByYear } from '#lib/domain/certificate/transcript.ts';
import { totalsByType } from '#lib/domain/certificate/transcript-record.ts';
import { readSharedTranscript } from '#lib/server/certificate/read-shares.ts';
import type { PageServerLoad } from './$types';

const ENDED = 'This link does not work. It may have ended; ask its holder for another one.';

/** Public to who has the link: what its holder chose to share, and no document. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const shared = await readSharedTranscript(locals.db, { token: params.token, now: locals.now });
  if (shared === null) error(404, ENDED);
  const { name, until, period, record } = shared;
  const external = record.external.map((entry) => ({ ...entry, documentName: null }));
  return {
    name,
    until,
    period,
    totals: totalsByType(record),
    years: transcriptByYear(record.issued),
    external
  };
};
