import { daysAfter, mondayOf, monthsAfter } from '../../calendar-day.ts';
import { holdBackSmall, shownCount, type ShownCount } from '../small-cells.ts';
import type { Stretch } from './dashboard.ts';

/** Completions of one day. */
export type DayCount = { day: string; completions: number };

/** The first days of 52 whole weeks, the last of which ended before `day`. */
export function weeksBefore(day: string): string[] {
  const monday = mondayOf(day);
  return Array.from({ length: 52 }, (_, index) => daysAfter(monday, (index - 52) * 7));
}

/** The first days of 12 whole months, the last of which ended before `day`. */
export function monthsBefore(day: string): string[] {
  const first = `${day.slice(0, 8)}01`;
  return Array.from({ length: 12 }, (_, index) => monthsAfter(first, index - 12));
}

/** Sums of days in the stretches that begin on these days and end before `end`. */
function sumUp(counts: readonly DayCount[], starts: string[], end: string): number[] {
  const sums = starts.map(() => 0);
  for (const { day, completions } of counts) {
    const index = starts.findLastIndex((start) => start <= day);
    if (index >= 0 && day < end) sums[index] = (sums[index] ?? 0) + completions;
  }
  return sums;
}

const WHOLE = {
  week: (day: string) => ({ starts: weeksBefore(day), end: mondayOf(day) }),
  month: (day: string) => ({ starts: monthsBefore(day), end: `${day.slice(0, 8)}01` })
};

/**
 * Completions by whole weeks or months before `day`, and their total. Small numbers are held back, and where only one is,
 * another too: the total does not give it away.
 */
export function countStretches(
  counts: readonly DayCount[],
  { by, day }: { by: 'week' | 'month'; day: string }
): { stretches: Stretch[]; completions: ShownCount } {
  const { starts, end } = WHOLE[by](day);
  const sums = sumUp(counts, starts, end);
  const shown = holdBackSmall(sums);
  return {
    stretches: starts.map((from, index) => ({ from, completions: shown[index] ?? null })),
    completions: shownCount(sums.reduce((total, each) => total + each, 0))
  };
}

/** Weeks, unless most weeks with completions have so few that they would be held back. */
export function chooseStretch(counts: readonly DayCount[], day: string): 'week' | 'month' {
  const weeks = countStretches(counts, { by: 'week', day }).stretches;
  const held = weeks.filter(({ completions }) => completions === null).length;
  const shown = weeks.filter(({ completions }) => completions !== null && completions > 0).length;
  return held > shown ? 'month' : 'week';
}

/** The first day that the dashboard of `day` counts: of twelve whole months and of 52 whole weeks, the earlier. */
export function firstDayFor(day: string): string {
  const [week = day] = weeksBefore(day);
  const [month = day] = monthsBefore(day);
  return week < month ? week : month;
}
