import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { readPageNumber } from '#lib/domain/identity/people-search.ts';
import { listDisclosures } from '#lib/server/activity/list-disclosures.ts';
import { requireRole } from '../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { roles } = requireRole(event, 'admin');
  const { db, now } = event.locals;
  const page = readPageNumber(event.url.searchParams.get('page'));
  const isEducator = roles.includes('educator');
  return { page, isEducator, ...(await listDisclosures(db, { today: calendarDayOf(now), page })) };
};
