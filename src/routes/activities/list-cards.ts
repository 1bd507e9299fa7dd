import type { CardView } from '#lib/domain/activity/card-view.ts';
import { nextStep } from '#lib/domain/credit/next-step.ts';
import { listActivities } from '#lib/server/activity/read-activity.ts';
import { listBegunActivities } from '#lib/server/credit/list-begun-activities.ts';
import { toCard } from './card-view.ts';

/** The cards of all live activities, each with the way on for a person who has begun it. */
export async function listCards({ db, person, now }: App.Locals): Promise<CardView[]> {
  const begun = person === null ? [] : await listBegunActivities(db, { personId: person.id, now });
  return (await listActivities(db)).map((activity) => {
    const progress = begun.find((candidate) => candidate.slug === activity.slug);
    return toCard(activity, { now, step: progress ? nextStep(progress) : null });
  });
}
