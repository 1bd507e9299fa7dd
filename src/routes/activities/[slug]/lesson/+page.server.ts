import { error, redirect } from '@sveltejs/kit';
import { findSectionToOpen } from '#lib/server/lesson/find-section-to-open.ts';
import { requireGate } from '../../../guard.ts';
import { requireReading } from '../require-activity.ts';
import type { PageServerLoad } from './$types';

/** Leads on to the section where the reader goes on. */
export const load: PageServerLoad = async (event) => {
  requireGate(event);
  const { db, person } = event.locals;
  const activity = await requireReading(event);
  const slug = await findSectionToOpen(db, { ...activity, personId: person?.id ?? null });
  if (slug === null) error(404, 'We cannot find that page.');
  redirect(303, `/activities/${activity.slug}/lesson/${slug}`);
};
