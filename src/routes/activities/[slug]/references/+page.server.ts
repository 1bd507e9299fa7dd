import { error } from '@sveltejs/kit';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { readReferenceUses } from '#lib/server/activity/read-reference-uses.ts';
import { requireGate } from '../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireGate(event);
  const activity = await readActivity(event.locals.db, event.params.slug);
  if (activity === null) error(404, 'We cannot find that page.');
  const { slug, title } = activity;
  return { activity: { slug, title }, entries: await readReferenceUses(event.locals.db, activity) };
};
