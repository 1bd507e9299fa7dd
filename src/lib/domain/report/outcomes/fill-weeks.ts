import type { ShownCount } from '../small-cells.ts';

export type Week = { week: string; completions: ShownCount };

const DAY = 86_400_000;

const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Every week from the first that had completions to the last, those between with none. Each by its Monday. */
export function fillWeeks(weeks: readonly Week[]): Week[] {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return [];
  const known = new Map(weeks.map(({ week, completions }) => [week, completions]));
  const length = Math.round((instantOf(last.week) - instantOf(first.week)) / (7 * DAY)) + 1;
  return Array.from({ length }, (_, index) => {
    const week = new Date(instantOf(first.week) + index * 7 * DAY).toISOString().slice(0, 10);
    const completions = known.get(week);
    return { week, completions: completions === undefined ? 0 : completions };
  });
}
