import { movedClosingTime } from '#lib/domain/attempt/moved-closing-time.ts';
import { accommodationOn, type GrantedAccommodation } from '#lib/domain/attempt/standing-accommodation.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { lockTimedAttempts, updateClosingTimes } from './accommodation-queries.ts';

type Change = {
  personId: string;
  /** What stood for the person until now, and what stands from now on. */
  from: GrantedAccommodation | null;
  to: GrantedAccommodation | null;
  now: Date;
};

/**
 * Moves the closing time of a person's timed attempts under way to that of what they have from now on. Where neither is in
 * force today nothing moves. Returns the ids of those that moved. A part of granting and of ending.
 */
export async function moveTimedAttempts(
  tx: Executor,
  { personId, from, to, now }: Change
): Promise<string[]> {
  const today = calendarDayOf(now);
  const accommodation = accommodationOn(to, today);
  if (accommodation === null && accommodationOn(from, today) === null) return [];
  const moved: { id: string; closesAt: Date | null }[] = [];
  for (const { id, ...attempt } of await lockTimedAttempts(tx, personId)) {
    const closesAt = movedClosingTime({ ...attempt, accommodation, now });
    if (closesAt?.getTime() !== attempt.closesAt?.getTime()) moved.push({ id, closesAt });
  }
  if (moved.length > 0) await updateClosingTimes(tx, moved);
  return moved.map(({ id }) => id);
}
