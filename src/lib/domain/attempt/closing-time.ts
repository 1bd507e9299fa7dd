import type { Accommodation } from './accommodation.ts';

const MINUTE_MS = 60_000;

type Start = {
  startedAt: Date;
  /** The limit that the activity sets; null: none. */
  limitMinutes: number | null;
  accommodation: Accommodation;
};

/**
 * When an attempt closes: the limit, lengthened by the share of extra time, and the breaks after that. Null: it never
 * does.
 */
export function closingTime({ startedAt, limitMinutes, accommodation }: Start): Date | null {
  if (limitMinutes === null || accommodation?.untimed === true) return null;
  const { extraTimePercent, breakMinutes } = accommodation ?? { extraTimePercent: 0, breakMinutes: 0 };
  const minutes = (limitMinutes * (100 + extraTimePercent)) / 100 + breakMinutes;
  return new Date(startedAt.getTime() + Math.round(minutes * MINUTE_MS));
}
