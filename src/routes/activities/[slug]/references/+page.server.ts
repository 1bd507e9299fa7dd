import { readReferenceUses } from '#lib/server/activity/read-reference-uses.ts';
import { requireGate } from '../../../guard.ts';
import { mayBeKept } from '../../../keep-on-device.ts';
import { requireReading } from '../require-activity.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireGate(event);
  const activity = await requireReading(event);
  mayBeKept(event);
  const { slug, title } = activity;
  return { activity: { slug, title }, entries: await readReferenceUses(event.locals.db, activity) };
};
