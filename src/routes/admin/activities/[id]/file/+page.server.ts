import { error } from '@sveltejs/kit';
import { activityFileSections } from '#lib/domain/report/activity-file-sections.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { viewActivityFile } from '#lib/server/report/view-activity-file.ts';
import { requireRole } from '../../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: actorId } = requireRole(event, 'admin');
  const { db, now } = event.locals;
  const { id: activityId } = event.params;
  const viewed = isUuid(activityId)
    ? await viewActivityFile(db, { activityId, actorId, now }, 'report.view-activity-file')
    : null;
  if (viewed === null) error(404, 'We cannot find that page.');
  return { activityId, title: viewed.file.title, sections: activityFileSections(viewed.file) };
};
