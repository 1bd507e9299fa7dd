import { describe, expect, it } from 'vitest';
import type { Accommodation } from './accommodation.ts';
import { movedClosingTime } from './moved-closing-time.ts';

const at = (time: string) => new Date(`2027-03-31T${time}:00Z`);
const more = (extraTimePercent: number, breakMinutes = 0): Accommodation => ({
  extraTimePercent,
  breakMinutes,
  untimed: false
});
const UNTIMED: Accommodation = { extraTimePercent: 0, breakMinutes: 0, untimed: true };

/** Of an attempt of 40 minutes that began at 14:00. */
function moves(closesAt: Date | null, now: string, accommodation: Accommodation): string {
  const attempt = { startedAt: at('14:00'), limitMinutes: 40, closesAt };
  return (
    movedClosingTime({ ...attempt, accommodation, now: at(now) })
      ?.toISOString()
      .slice(11, 16) ?? 'never'
  );
}

describe('the closing time of an attempt under way', () => {
  it('moves later by extra time and breaks, counted from the start', () => {
    expect(moves(at('14:40'), '14:10', more(50))).toBe('15:00');
    expect(moves(at('14:40'), '14:39', more(25, 15))).toBe('15:05');
    expect(moves(at('15:00'), '14:10', more(100))).toBe('15:20');
  });

  it('goes where the limit is lifted', () => {
    expect(moves(at('14:40'), '14:10', UNTIMED)).toBe('never');
    expect(moves(at('14:40'), '18:00', UNTIMED)).toBe('never');
    expect(moves(null, '14:10', UNTIMED)).toBe('never');
  });

  it('moves back when what was granted ends or is less, and never before now', () => {
    expect(moves(at('15:00'), '14:10', null)).toBe('14:40');
    expect(moves(at('15:20'), '14:45', more(50))).toBe('15:00');
    expect(moves(at('15:20'), '14:45', null)).toBe('14:45');
    expect(moves(null, '14:10', null)).toBe('14:40');
    expect(moves(null, '18:00', null)).toBe('18:00');
  });

  it('opens again an attempt that is past its closing time, where there is time left with what was granted', () => {
    expect(moves(at('14:40'), '14:50', more(50))).toBe('15:00');
    expect(moves(at('14:40'), '15:30', more(50))).toBe('15:00');
  });

  it('leaves one that closed before as it closed, where what was granted ends', () => {
    expect(moves(at('15:00'), '15:30', null)).toBe('15:00');
    expect(moves(at('14:40'), '14:40', null)).toBe('14:40');
  });
});
