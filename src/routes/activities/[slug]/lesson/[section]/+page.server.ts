import { error } from '@sveltejs/kit';
import { readLessonSection } from '#lib/server/activity/read-lesson-section.ts';
import { openSection } from '#lib/server/lesson/open-section.ts';
import { requireGate } from '../../../../guard.ts';
import { isFetchedAhead, mayBeKept } from '../../../../keep-on-device.ts';
import { requireReading } from '../../require-activity.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireGate(event);
  const { db, person, now } = event.locals;
  const activity = await requireReading(event);
  const section = await readLessonSection(db, { activity, slug: event.params.section });
  if (section === null) error(404, 'We cannot find that page.');
  mayBeKept(event);
  if (person !== null && !isFetchedAhead(event))
    await openSection(db, { personId: person.id, sectionId: section.id, now });
  const { html, ...facts } = section;
  return {
    activity: { slug: activity.slug, title: activity.title },
    sections: activity.sections.map(({ slug, title, minutes }) => ({ slug, title, minutes })),
    section: facts,
    markup: { sanitised: true as const, html }
  };
};
