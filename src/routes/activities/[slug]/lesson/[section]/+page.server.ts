import { error } from '@sveltejs/kit';
import { readLessonPage } from '#lib/server/activity/read-lesson-page.ts';
import { openSection } from '#lib/server/lesson/open-section.ts';
import { requireGate } from '../../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireGate(event);
  const { db, person, now } = event.locals;
  const page = await readLessonPage(db, event.params);
  if (page === null) error(404, 'We cannot find that page.');
  const { activity, section } = page;
  if (person !== null) await openSection(db, { personId: person.id, sectionId: section.id, now });
  const { html, ...facts } = section;
  return {
    activity: { slug: activity.slug, title: activity.title },
    sections: activity.sections.map(({ slug, title, minutes }) => ({ slug, title, minutes })),
    section: facts,
    markup: { sanitised: true as const, html }
  };
};
