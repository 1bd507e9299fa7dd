import { error, redirect } from '@sveltejs/kit';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { findSectionToOpen } from '#lib/server/lesson/find-section-to-open.ts';
import { requireGate } from '../../../guard.ts';
import type { PageServerLoad } from './$types';

/** Leads on to the section where the reader goes on. */
export const load: PageServerLoad = async (event) => {
  requireGate(event);
  const { db, person } = event.locals;
  const activity = await readActivity(db, event.params.slug);
  const slug = activity && (await findSectionToOpen(db, { ...activity, personId: person?.id ?? null }));
  if (activity === null || slug === null) error(404, 'We cannot find that page.');
  redirect(303, `/activities/${activity.slug}/lesson/${slug}`);
};
