const MINUTE_MS = 60_000;

/** ux.md, decision 11: a person who cannot see the page is told at these minutes, and at the end. */
const ANNOUNCED = [10, 5, 1, 0] as const;

/** When an attempt closes, and in how many milliseconds, as the server saw it when it drew the page. */
export type TimeLeft = { closesAt: Date; leftMs: number };

/** What is left of an attempt that closes at all. */
export const timeLeft = (closesAt: Date | null, now: Date): TimeLeft | null =>
  closesAt && { closesAt, leftMs: closesAt.getTime() - now.getTime() };

/** Minutes only, never seconds: rounded up, so that the first page says what the limit is; 0: the time is up. */
const minutesIn = (leftMs: number): number => Math.max(0, Math.ceil(leftMs / MINUTE_MS));

/** What is left, in words that begin a line. */
export function timeLeftWords(leftMs: number): string {
  const minutes = minutesIn(leftMs);
  if (minutes === 0) return 'The time is up';
  return minutes === 1 ? 'Less than 1 minute left' : `${minutes} minutes left`;
}

/** Whether the time that passed between two looks is to be announced: at 10, 5 and 1 minutes, and when it is up. */
export function isToAnnounce(beforeMs: number, leftMs: number): boolean {
  const [before, left] = [minutesIn(beforeMs), minutesIn(leftMs)];
  return ANNOUNCED.some((minutes) => minutes < before && minutes >= left);
}
