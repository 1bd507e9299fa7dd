import type { Role } from './role.ts';

/** The instants of a session. `expiresAt`: when it ends if nobody comes again. */
export type SessionTimes = { createdAt: Date; lastSeenAt: Date; expiresAt: Date; absoluteExpiresAt: Date };

/** A visit is noted once in `notedEverySeconds`: not every request writes. */
type Life = { idleSeconds: number; absoluteSeconds: number; notedEverySeconds: number };

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** For who can change what others see: a screen that was left alone ends within the hour (ASVS 7.3.1, 7.3.2). */
const OF_STAFF: Life = { idleSeconds: HOUR, absoluteSeconds: 12 * HOUR, notedEverySeconds: HOUR / 12 };

/** For who sees their own record only. */
const OF_LEARNERS: Life = { idleSeconds: 10 * DAY, absoluteSeconds: 30 * DAY, notedEverySeconds: HOUR };

const secondsAfter = (instant: Date, seconds: number) => new Date(instant.getTime() + seconds * 1000);

const earliest = (...instants: Date[]) => new Date(Math.min(...instants.map((each) => each.getTime())));

/** The strictest role counts. */
const lifeOf = (roles: readonly Role[]) =>
  roles.includes('educator') || roles.includes('admin') ? OF_STAFF : OF_LEARNERS;

/** The instants of a session that begins. */
export function beginSession(roles: readonly Role[], now: Date): SessionTimes {
  const { idleSeconds, absoluteSeconds } = lifeOf(roles);
  const expiresAt = secondsAfter(now, idleSeconds);
  return {
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
    absoluteExpiresAt: secondsAfter(now, absoluteSeconds)
  };
}

/** The absolute end by the roles held now: one that was granted since may have brought it forward. */
function absoluteEnd({ createdAt, absoluteExpiresAt }: SessionTimes, roles: readonly Role[]): Date {
  return earliest(absoluteExpiresAt, secondsAfter(createdAt, lifeOf(roles).absoluteSeconds));
}

/** Whether a session has ended, by what was stored and by the roles held now, whichever is stricter. */
export function isSessionOver(times: SessionTimes, roles: readonly Role[], now: Date): boolean {
  const idleEnd = secondsAfter(times.lastSeenAt, lifeOf(roles).idleSeconds);
  return earliest(idleEnd, times.expiresAt, absoluteEnd(times, roles)) <= now;
}

/** What is to be written of a visit to an open session; null: nothing, since one was noted not long ago. */
export function noteVisit(
  times: SessionTimes,
  roles: readonly Role[],
  now: Date
): Pick<SessionTimes, 'lastSeenAt' | 'expiresAt'> | null {
  const { idleSeconds, notedEverySeconds } = lifeOf(roles);
  const expiresAt = earliest(secondsAfter(now, idleSeconds), absoluteEnd(times, roles));
  const isRecent = now < secondsAfter(times.lastSeenAt, notedEverySeconds);
  // Who lost a role has longer from now on.
  const isMuchLater = secondsAfter(times.expiresAt, notedEverySeconds) <= expiresAt;
  return isRecent && !isMuchLater ? null : { lastSeenAt: now, expiresAt };
}
