import { describe, expect, it } from 'vitest';
import { closingTime, isOver } from './closing-time.ts';

const startedAt = new Date('2027-03-31T14:00:00.000Z');

function closes(limitMinutes: number | null, granted: [percent: number, minutes: number] | null): string {
  const accommodation = granted && {
    extraTimePercent: granted[0],
    breakMinutes: granted[1],
    untimed: false
  };
  return closingTime({ startedAt, limitMinutes, accommodation })?.toISOString() ?? 'never';
}

describe('closingTime', () => {
  it('is the limit after the start', () => {
    expect(closes(40, null)).toBe('2027-03-31T14:40:00.000Z');
    expect(closes(600, null)).toBe('2027-04-01T00:00:00.000Z');
  });

  it('adds the share of extra time to the limit, and the breaks to that', () => {
    expect(closes(40, [25, 0])).toBe('2027-03-31T14:50:00.000Z');
    expect(closes(40, [50, 10])).toBe('2027-03-31T15:10:00.000Z');
    expect(closes(40, [0, 15])).toBe('2027-03-31T14:55:00.000Z');
    expect(closes(7, [33, 0])).toBe('2027-03-31T14:09:18.600Z');
  });

  it('is never where there is no limit, whatever was granted', () => {
    expect(closes(null, null)).toBe('never');
    expect(closes(null, [100, 30])).toBe('never');
  });

  it('is never where the limit is lifted', () => {
    const accommodation = { extraTimePercent: 0, breakMinutes: 0, untimed: true };
    expect(closingTime({ startedAt, limitMinutes: 40, accommodation })).toBeNull();
  });
});

describe('an attempt that is over', () => {
  const closesAt = new Date('2027-03-31T14:40:00.000Z');

  it.each([
    ['14:39:59.999', false],
    ['14:40:30.000', false],
    ['14:40:30.001', true]
  ])('at %s: %s', (time, expected) => {
    expect(isOver(closesAt, new Date(`2027-03-31T${time}Z`))).toBe(expected);
  });

  it('is none that never closes', () => {
    expect(isOver(null, new Date('2099-01-01T00:00:00Z'))).toBe(false);
  });
});
