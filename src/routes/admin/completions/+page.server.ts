import { placePairs } from '#lib/domain/report/completion-place.ts';
import { viewQuery } from '#lib/domain/report/completion-view.ts';
import { listActivitiesInReport } from '#lib/server/report/list-activities-in-report.ts';
import { listCompletions } from '#lib/server/report/list-completions.ts';
import { requireRole } from '../../guard.ts';
import { placeOf, viewOf } from './completion-request.ts';
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
  const view = viewOf(event.url);
  const place = placeOf(event.url);
  const form = { typed: typedIn(event.url), activities: await listActivitiesInReport(db) };
  if (!view.ok) return { ...form, problems: view.problem, list: null, query: '', next: null };
  const list = await listCompletions(db, { view: view.value, place });
  const next = list.next && new URLSearchParams(placePairs(list.next)).toString();
  return { ...form, problems: [], list, query: viewQuery(view.value), next };
};
