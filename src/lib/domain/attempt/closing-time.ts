import type { Accommodation } from './accommodation.ts';
import type { AttemptState } from './assessment-kind.ts';

const MINUTE_MS = 60_000;

/**
 * An answer that was under way when the time ended is still taken: one sending lasts at most 30 seconds, after which the
 * page says that nobody answered (routes/attempts/sending.ts). The database holds to the same (0039_time-limit.sql).
 */
const GRACE_MS = 30_000;

type Start = {
  startedAt: Date;
  /** The limit that the activity sets; null: none. */
  limitMinutes: number | null;
  accommodation: Accommodation;
};

/**
 * When an attempt closes: start + limit × (100 + extra time in percent) ÷ 100 + breaks (decision 25). Null: it never
 * does.
 */
export function closingTime({ startedAt, limitMinutes, accommodation }: Start): Date | null {
  if (limitMinutes === null || accommodation?.untimed === true) return null;
  const { extraTimePercent, breakMinutes } = accommodation ?? { extraTimePercent: 0, breakMinutes: 0 };
  const minutes = (limitMinutes * (100 + extraTimePercent)) / 100 + breakMinutes;
  return new Date(startedAt.getTime() + Math.round(minutes * MINUTE_MS));
}

/** What closed before this instant takes no more answers. */
export const latestClosing = (now: Date): Date => new Date(now.getTime() - GRACE_MS);

/** Whether an attempt with this closing time is over: it takes no more answers, and is finished as it stands. */
export const isOver = (closesAt: Date | null, now: Date): closesAt is Date =>
  closesAt !== null && closesAt < latestClosing(now);

/** Whether it is over, and still to be finished. */
export const isOverdue = (attempt: { state: AttemptState; closesAt: Date | null }, now: Date): boolean =>
  attempt.state === 'in-progress' && isOver(attempt.closesAt, now);

/** When it closed, if that is what ended it; null: its person finished it, or nobody yet. */
export const endedByTime = (attempt: { closesAt: Date | null; submittedAt: Date | null }): Date | null =>
  attempt.closesAt && attempt.submittedAt && attempt.submittedAt >= attempt.closesAt
    ? attempt.closesAt
    : null;
