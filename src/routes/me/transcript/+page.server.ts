import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { transcriptByYear } from '#lib/domain/certificate/transcript.ts';
import { totalsByType, typesOf } from '#lib/domain/certificate/transcript-record.ts';
import { readHolderName } from '#lib/server/certificate/read-holder-name.ts';
import { requirePerson } from '../../guard.ts';
import { readShown, typedFilter } from './transcript-request.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = requirePerson(event);
  const { whole, shown, problems } = await readShown(event, id);
  return {
    name: await readHolderName(event.locals.db, id),
    today: calendarDayOf(event.locals.now),
    typed: typedFilter(event),
    query: event.url.search,
    problems,
    isEmpty: whole.issued.length + whole.external.length === 0,
    types: typesOf(whole),
    totals: totalsByType(shown),
    years: transcriptByYear(shown.issued),
    external: shown.external
  };
};
