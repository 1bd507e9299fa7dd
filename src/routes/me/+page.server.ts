import { completionsByMonth, transcriptByYear } from '#lib/domain/certificate/transcript.ts';
import { listBegunActivities } from '#lib/server/credit/list-begun-activities.ts';
import { readTranscript } from '#lib/server/certificate/read-transcript.ts';
import { requirePerson } from '../guard.ts';
import { readUnverified } from './unverified.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id, email, givenName } = requirePerson(event);
  const { now } = event.locals;
  const entries = await readTranscript(event.locals.db, id);
  const years = transcriptByYear(entries);
  return {
    givenName,
    unverified: await readUnverified(event, { id, email }),
    begun: await listBegunActivities(event.locals.db, { personId: id, now }),
    completed: years.flatMap((year) => year.entries),
    years: years.map(({ year, total }) => ({ year, total, months: completionsByMonth(entries, year) }))
  };
};
