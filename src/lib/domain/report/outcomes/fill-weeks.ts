import { daysAfter } from '../../calendar-day.ts';
import type { ShownCount } from '../small-cells.ts';

export type Week = { week: string; completions: ShownCount };

const WEEK_MS = 7 * 86_400_000;

/** Every week from the first that had completions to the last, those between with none. Each by its Monday. */
export function fillWeeks(weeks: readonly Week[]): Week[] {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return [];
  const known = new Map(weeks.map(({ week, completions }) => [week, completions]));
  const length = Math.round((Date.parse(last.week) - Date.parse(first.week)) / WEEK_MS) + 1;
  return Array.from({ length }, (_, index) => {
    const week = daysAfter(first.week, index * 7);
    const completions = known.get(week);
    return { week, completions: completions === undefined ? 0 : completions };
  });
}
