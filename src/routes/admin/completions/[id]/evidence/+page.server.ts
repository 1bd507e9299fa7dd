import { error } from '@sveltejs/kit';
import { evidenceSections } from '#lib/domain/report/evidence/evidence-sections.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { viewEvidence } from '#lib/server/report/view-evidence.ts';
import { requireRole } from '../../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: actorId } = requireRole(event, 'admin');
  const { db, now } = event.locals;
  const { id: completionId } = event.params;
  const evidence = isUuid(completionId) ? await viewEvidence(db, { completionId, actorId, now }) : null;
  if (evidence === null) error(404, 'We cannot find that page.');
  const { activity, completion } = evidence;
  return { completionId: completion.id, title: activity.title, sections: evidenceSections(evidence) };
};
