import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import type { AssessmentKind } from '#lib/domain/attempt/assessment-kind.ts';
import { closingTime } from '#lib/domain/attempt/closing-time.ts';
import type { Executor } from '../db/index.ts';
import { readAccommodation } from './read-accommodation.ts';

type Start = {
  activity: Pick<ActivityFacts, 'timeLimitMinutes'>;
  kind: AssessmentKind;
  personId: string;
  now: Date;
};

/** When an attempt closes that this person starts now; null: never. Only the assessment is ever timed. */
export async function readClosingTime(
  db: Executor,
  { activity, kind, personId, now }: Start
): Promise<Date | null> {
  const limitMinutes = kind === 'assessment' ? activity.timeLimitMinutes : null;
  if (limitMinutes === null) return null;
  const accommodation = await readAccommodation(db, { personId, now });
  return closingTime({ startedAt: now, limitMinutes, accommodation });
}
