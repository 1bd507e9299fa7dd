import { writeCursor } from '#lib/domain/report/completion-cursor.ts';
import { filterQuery } from '#lib/domain/report/completion-filter.ts';
import { listActivitiesInReport } from '#lib/server/report/list-activities-in-report.ts';
import { listCompletions } from '#lib/server/report/list-completions.ts';
import { requireRole } from '../../guard.ts';
import { cursorOf, filterOf } from './completion-request.ts';
import type { PageServerLoad } from './$types';

/** The fields as they stand in the address, to fill the form in again. */
const typedIn = ({ searchParams }: URL) => ({
  activity: searchParams.get('activity') ?? '',
  from: searchParams.get('from') ?? '',
  to: searchParams.get('to') ?? '',
  profession: searchParams.get('profession') ?? ''
});

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { db } = event.locals;
  const filter = filterOf(event.url);
  const after = cursorOf(event.url);
  const form = { typed: typedIn(event.url), activities: await listActivitiesInReport(db) };
  if (!filter.ok) return { ...form, problems: filter.problem, list: null, query: '', next: null };
  const list = await listCompletions(db, { filter: filter.value, after });
  const next = list.next && writeCursor(list.next);
  return { ...form, problems: [], list, query: filterQuery(filter.value), next };
};
