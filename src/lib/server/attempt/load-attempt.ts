import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import { attemptFacts, type AttemptFacts } from '#lib/domain/attempt/attempt-facts.ts';
import type { MapEntry } from '#lib/domain/attempt/question-view.ts';
import { readActivityVersion } from '../activity/read-activity.ts';
import type { Executor } from '../db/index.ts';
import { listPlaces, type PlaceRow } from './form-queries.ts';
import { selectOptionalAttempt, type AttemptRow, type OwnAttempt } from './queries.ts';

export type LoadedAttempt = {
  row: AttemptRow;
  activity: ActivityFacts;
  places: PlaceRow[];
  facts: AttemptFacts;
};

/** An attempt of this person with its activity and its whole form, or null. */
export async function loadAttempt(db: Executor, which: OwnAttempt): Promise<LoadedAttempt | null> {
  const row = await selectOptionalAttempt(db, which);
  if (!row) return null;
  const activity = await readActivityVersion(db, row.activityVersionId);
  return { row, activity, places: await listPlaces(db, row.id), facts: attemptFacts(row, activity) };
}

/** The question map of a form. */
export function mapOf(places: PlaceRow[]): MapEntry[] {
  return places.map(({ position, response, flagged }) => ({
    position,
    answered: response !== null,
    flagged
  }));
}
