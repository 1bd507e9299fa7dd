import { leastIdOf } from '#lib/domain/time-ordered-id.ts';

/** A month as a partition of ids of version 7: `from` is in it, `to` no more. */
export type MonthOfIds = { name: string; from: string; to: string };

/** The first instant of the month that lies so many months after that of `now`, in UTC. */
export const monthStart = (now: Date, after = 0): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + after, 1));

/** A month as part of a name, e.g. `2027_01`. */
export const monthName = (month: Date): string => month.toISOString().slice(0, 7).replace('-', '_');

/** The month that lies so many months after that of `now`. */
export function monthOfIds(now: Date, after: number): MonthOfIds {
  const start = monthStart(now, after);
  return { name: monthName(start), from: leastIdOf(start), to: leastIdOf(monthStart(now, after + 1)) };
}

/** Where months end: above it there are no ids of version 7 for as long as anybody plans. */
export const END_OF_MONTHS = leastIdOf(new Date('2100-01-01T00:00:00Z'));
