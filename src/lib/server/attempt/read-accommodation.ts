import type { AccommodationGrant } from '#lib/domain/attempt/accommodation-form.ts';
import type { Accommodation } from '#lib/domain/attempt/accommodation.ts';
import { accommodationOn, isOver } from '#lib/domain/attempt/standing-accommodation.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalStanding } from './accommodation-queries.ts';

/** What a person has in attempts with a time limit at this time; null: nothing. */
export async function readAccommodation(
  db: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<Accommodation> {
  return accommodationOn(await selectOptionalStanding(db, personId), calendarDayOf(now));
}

/** What stands for a person and is not over, as they are shown it; null: nothing. */
export async function readGranted(
  db: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<AccommodationGrant | null> {
  const standing = await selectOptionalStanding(db, personId);
  if (standing === null || isOver(standing, calendarDayOf(now))) return null;
  const { terms, validFrom, validUntil, basis } = standing;
  return { terms, validFrom, validUntil, basis };
}
