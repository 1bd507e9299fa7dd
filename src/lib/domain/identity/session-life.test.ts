import { describe, expect, it } from 'vitest';
import type { Role } from './role.ts';
import { beginSession, isSessionOver, noteVisit, type SessionTimes } from './session-life.ts';

const START = new Date('2027-01-31T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const later = (milliseconds: number) => new Date(START.getTime() + milliseconds);

/** Comes again and again; returns the milliseconds after which the session had ended. */
function lastsWith(roles: Role[], every: number): number {
  let times: SessionTimes = beginSession(roles, START);
  for (let at = every; ; at += every) {
    if (isSessionOver(times, roles, later(at))) return at;
    times = { ...times, ...noteVisit(times, roles, later(at)) };
  }
}

describe('the life of a session', () => {
  it.each<[Role[], number, number]>([
    [['clinician'], 10 * DAY, 30 * DAY],
    [[], 10 * DAY, 30 * DAY],
    [['educator'], HOUR, 12 * HOUR],
    [['admin'], HOUR, 12 * HOUR],
    [['clinician', 'admin'], HOUR, 12 * HOUR]
  ])('of %j ends %i ms after the last visit, and %i ms after its begin', (roles, idle, absolute) => {
    const times = beginSession(roles, START);
    expect(isSessionOver(times, roles, later(idle - 1))).toBe(false);
    expect(isSessionOver(times, roles, later(idle))).toBe(true);
    expect(lastsWith(roles, idle / 10)).toBe(absolute);
  });

  it('is shortened by a role that was granted later, and not lengthened by one that was taken', () => {
    const clinician = beginSession(['clinician'], START);
    expect(isSessionOver(clinician, ['clinician', 'educator'], later(59 * MINUTE))).toBe(false);
    expect(isSessionOver(clinician, ['clinician', 'educator'], later(HOUR))).toBe(true);
    const visited = { ...clinician, ...noteVisit(clinician, ['clinician'], later(13 * HOUR)) };
    expect(isSessionOver(visited, ['clinician'], later(13 * HOUR))).toBe(false);
    expect(isSessionOver(visited, ['admin'], later(13 * HOUR))).toBe(true);
    const admin = beginSession(['admin'], START);
    const kept = { ...admin, ...noteVisit(admin, ['clinician'], later(HOUR / 2)) };
    expect(kept.expiresAt).toEqual(later(12 * HOUR));
    expect(isSessionOver(kept, ['clinician'], later(12 * HOUR))).toBe(true);
  });

  it('notes a visit every five minutes, a learner’s every hour, and never an end beyond the absolute one', () => {
    const times = beginSession(['educator'], START);
    expect(noteVisit(times, ['educator'], later(5 * MINUTE - 1))).toBeNull();
    const first = noteVisit(times, ['educator'], later(5 * MINUTE));
    expect(first).toEqual({ lastSeenAt: later(5 * MINUTE), expiresAt: later(HOUR + 5 * MINUTE) });
    const learner = beginSession(['clinician'], START);
    expect(noteVisit(learner, ['clinician'], later(HOUR - 1))).toBeNull();
    expect(noteVisit(learner, ['clinician'], later(HOUR))).not.toBeNull();
    expect(noteVisit(times, ['educator'], later(11.5 * HOUR))?.expiresAt).toEqual(later(12 * HOUR));
  });
});
