import * as v from 'valibot';
import type { Figure } from './figure.ts';

const targetSchema = v.nullable(
  v.union([v.strictObject({ atLeast: v.number() }), v.strictObject({ atMost: v.number() })])
);

const entrySchema = v.strictObject({
  /** The day, and what was measured: the commit, with `+` where something in it was changed. */
  day: v.pipe(v.string(), v.isoDate()),
  commit: v.string(),
  machine: v.string(),
  /** What the machine had to do before the run began: its load average of a minute. */
  load: v.number(),
  name: v.string(),
  figure: v.number(),
  limit: v.number(),
  unit: v.string(),
  ratio: v.number(),
  least: v.number(),
  greatest: v.number(),
  runs: v.number(),
  target: targetSchema,
  note: v.string()
});

/** One figure of one day: a line of docs/performance-history.jsonl. */
export type Entry = v.InferOutput<typeof entrySchema>;

/** Reads the file; a line that is none is an error. */
export const readHistory = (text: string): Entry[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(entrySchema, JSON.parse(line)));

const digits = (value: number) => Number(value.toPrecision(5));

/** A figure as it is written down. */
export function entryOf(figure: Figure, run: Pick<Entry, 'day' | 'commit' | 'machine' | 'load'>): Entry {
  const { name, unit, runs, target, note } = figure;
  const [measured, limit, ratio] = [figure.figure, figure.limit, figure.ratio].map(digits);
  const [least, greatest] = [figure.least, figure.greatest].map(digits);
  return v.parse(entrySchema, {
    ...run,
    name,
    figure: measured,
    limit,
    unit,
    ratio,
    least,
    greatest,
    runs,
    target,
    note
  });
}

/** The last entry of a figure, and the one before it on the same machine. */
export type Course = { last: Entry; before: Entry | null };

/** Every figure in the order in which it was first written down. */
export function coursesOf(history: Entry[]): Course[] {
  const names = [...new Set(history.map(({ name }) => name))];
  return names.flatMap((name) => {
    const own = history.filter((entry) => entry.name === name);
    const last = own.at(-1);
    if (!last) return [];
    const before = own.slice(0, -1).findLast(({ machine }) => machine === last.machine) ?? null;
    return [{ last, before }];
  });
}

/** Whether less of the figure is better. */
const wantsLess = ({ target, unit }: Entry) => (target === null ? unit === 'ms' : 'atMost' in target);

/**
 * How a figure moved: by more than the spread where no run of one day reached into those of the other. Where a figure has
 * one run, a tenth counts as the spread.
 */
export function moveOf({ last, before }: Course): 'fell' | 'rose' | 'held' | 'new' {
  if (before === null) return 'new';
  const slack = Math.min(last.runs, before.runs) > 1 ? 1 : 1.1;
  const isHigher = last.least > before.greatest * slack;
  const isLower = last.greatest * slack < before.least;
  if (!isHigher && !isLower) return 'held';
  return isHigher === wantsLess(last) ? 'fell' : 'rose';
}
