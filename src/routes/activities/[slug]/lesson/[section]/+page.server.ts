import { error } from '@sveltejs/kit';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { openSection } from '#lib/server/lesson/open-section.ts';
import { readSection } from '#lib/server/lesson/read-section.ts';
import { requireGate } from '../../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireGate(event);
  const { db, person, now } = event.locals;
  const activity = await readActivity(db, event.params.slug);
  const section = activity && (await readSection(db, { ...activity, slug: event.params.section }));
  if (activity === null || section === null) error(404, 'We cannot find that page.');
  if (person !== null) await openSection(db, { personId: person.id, sectionId: section.id, now });
  const { html, ...facts } = section;
  return {
    activity: { slug: activity.slug, title: activity.title },
    sections: activity.sections.map(({ slug, title, minutes }) => ({ slug, title, minutes })),
    section: facts,
    markup: { sanitised: true as const, html }
  };
};
