import { requireRole } from '../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireRole(event, 'admin');
  return { issuesBadges: event.locals.environment.signingSecret !== null };
};
