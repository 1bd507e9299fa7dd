import { error } from '@sveltejs/kit';
import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';

/** The live version of the activity that the address names, or a 404 page. */
export async function requireActivity(event: {
  locals: App.Locals;
  params: { slug: string };
}): Promise<ActivityFacts> {
  const activity = await readActivity(event.locals.db, event.params.slug);
  if (activity === null) error(404, 'We cannot find that page.');
  return activity;
}
