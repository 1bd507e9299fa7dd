import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { transcriptByYear, transcriptTotal } from '#lib/domain/certificate/transcript.ts';
import { readHolderName } from '#lib/server/certificate/read-holder-name.ts';
import { readTranscript } from '#lib/server/certificate/read-transcript.ts';
import { requirePerson } from '../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = requirePerson(event);
  const { db, now } = event.locals;
  const entries = await readTranscript(db, id);
  return {
    name: await readHolderName(db, id),
    today: calendarDayOf(now),
    total: transcriptTotal(entries),
    years: transcriptByYear(entries)
  };
};
