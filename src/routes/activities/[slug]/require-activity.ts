import { error } from '@sveltejs/kit';
import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import { readLearnerActivity, type LearnerActivity } from '#lib/server/credit/read-learner-activity.ts';

type Event = { locals: App.Locals; params: { slug: string } };

/** The activity that the address names, as far as this visitor has come in it, or a 404 page. */
export async function requireLearnerActivity({ locals, params }: Event): Promise<LearnerActivity> {
  const { db, person, now } = locals;
  const found = await readLearnerActivity(db, { slug: params.slug, personId: person?.id ?? null, now });
  if (found === null) error(404, 'We cannot find that page.');
  return found;
}

/** The version of it to which the visitor's attempts, evaluation and credit belong. */
export const requireActivity = async (event: Event): Promise<ActivityFacts> =>
  (await requireLearnerActivity(event)).through;

/** The version of it that the visitor reads. */
export const requireReading = async (event: Event): Promise<ActivityFacts> =>
  (await requireLearnerActivity(event)).toRead;
