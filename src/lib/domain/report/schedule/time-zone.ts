/** Names of time zones that a schedule may use, UTC first. */
export const TIME_ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')
];

/** A time on the clock of a place. */
export type WallTime = { day: string; hour: number; minute: number };

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a thousand times what reading it does. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit'
    });
  clocks.set(timeZone, clock);
  return clock;
}

/** What the clock of a time zone shows at an instant. */
export function wallTimeAt(instant: Date, timeZone: string): WallTime {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value])
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    hour: Number(part('hour')),
    minute: Number(part('minute'))
  };
}

const asUtc = ({ day, hour, minute }: WallTime) =>
  Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000;

/** How far the clock of a time zone is ahead of UTC at an instant, in milliseconds; instants are whole minutes. */
const offsetAt = (instant: number, timeZone: string) =>
  asUtc(wallTimeAt(new Date(instant), timeZone)) - instant;

const DAY = 24 * 60 * 60 * 1000;

/**
 * The instant at which the clock of a time zone shows this time. A time that it shows twice, when summer time ends, is
 * the first of the two; one that it skips, when summer time begins, is moved on by what was skipped (RFC 5545 §3.3.5).
 */
export function instantAt(time: WallTime, timeZone: string): Date {
  const utc = asUtc(time);
  const before = utc - offsetAt(utc - DAY, timeZone);
  const after = utc - offsetAt(utc + DAY, timeZone);
  const shows = (instant: number) => asUtc(wallTimeAt(new Date(instant), timeZone)) === utc;
  if (shows(before) || !shows(after)) return new Date(before);
  return new Date(after);
}
