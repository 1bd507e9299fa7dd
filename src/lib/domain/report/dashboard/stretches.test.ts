import { describe, expect, it } from 'vitest';
import { chooseStretch, countStretches, firstDayFor, monthsBefore, weeksBefore } from './stretches.ts';

const DAY = '2026-11-25';

describe('the stretches of a year', () => {
  it('begin weeks on Mondays, and end with the last whole one', () => {
    const weeks = weeksBefore(DAY);
    expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([52, '2025-11-24', '2026-11-16']);
  });

  it('end months with the last whole one', () => {
    const months = monthsBefore(DAY);
    expect([months.length, months[0], months.at(-1)]).toEqual([12, '2025-11-01', '2026-10-01']);
    expect(firstDayFor(DAY)).toBe('2025-11-01');
    expect(firstDayFor('2026-03-01')).toBe('2025-02-24');
  });

  it('count days where they belong, and none before, after, or in the week that goes on', () => {
    const counts = [
      { day: '2025-11-23', completions: 100 },
      { day: '2025-11-24', completions: 7 },
      { day: '2026-11-16', completions: 5 },
      { day: '2026-11-22', completions: 6 },
      { day: '2026-11-23', completions: 100 }
    ];
    const { stretches, completions } = countStretches(counts, { by: 'week', day: DAY });
    expect(completions).toBe(18);
    expect(stretches.filter((week) => week.completions !== 0)).toEqual([
      { from: '2025-11-24', completions: 7 },
      { from: '2026-11-16', completions: 11 }
    ]);
  });

  it('hold one to four back, and another where the total would give the one away', () => {
    const counts = [
      { day: '2026-09-01', completions: 3 },
      { day: '2026-09-08', completions: 9 },
      { day: '2026-09-15', completions: 20 }
    ];
    const { stretches, completions } = countStretches(counts, { by: 'week', day: DAY });
    expect(completions).toBe(32);
    expect(stretches.filter((week) => week.completions !== 0).map((week) => week.completions)).toEqual([
      null,
      null,
      20
    ]);
  });

  it('are months where weeks would mostly be held back', () => {
    const few = Array.from({ length: 20 }, (_, index) => ({
      day: `2026-0${1 + (index % 9)}-${10 + index}`,
      completions: 2
    }));
    expect(chooseStretch(few, DAY)).toBe('month');
    expect(chooseStretch([{ day: '2026-05-05', completions: 50 }], DAY)).toBe('week');
    expect(chooseStretch([], DAY)).toBe('week');
  });
});
