import type { Entry } from './writer.ts';

/** Something that had to happen before anybody could be acknowledged anything again, in milliseconds. */
export type Step = { name: string; from: number; to: number };

/** Does a piece of work and puts on record how long it took. */
export type TakeStep = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** Starts a list of steps. */
export function newSteps(): { steps: Step[]; step: TakeStep } {
  const steps: Step[] = [];
  const step: TakeStep = async (name, work) => {
    const from = Date.now();
    const result = await work();
    steps.push({ name, from, to: Date.now() });
    return result;
  };
  return { steps, step };
}

/** The longest time in which nobody was acknowledged anything, in milliseconds. */
export function findGap(entries: Entry[]): { from: number; to: number } {
  const times = entries.map(({ at }) => at).toSorted((a, b) => a - b);
  const gaps = times.slice(1).map((to, index) => ({ from: times[index] ?? to, to }));
  return gaps.reduce((longest, gap) => (gap.to - gap.from > longest.to - longest.from ? gap : longest), {
    from: 0,
    to: 0
  });
}

/** The same, in seconds. */
export function longestGap(entries: Entry[]): number {
  const { from, to } = findGap(entries);
  return (to - from) / 1000;
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);

/** How long somebody waited for an acknowledgement, all tries together: seconds, in words. */
export function longestWait(entries: Entry[]): string {
  return seconds(Math.max(0, ...entries.map(({ since, at }) => at - since)));
}

/**
 * What a gap consists of, in words: each step as far as it lies within, and what the writers still waited afterwards.
 * A gap that no step touches is none of the kill: then the machine stood still.
 */
export function partsOf({ from, to }: { from: number; to: number }, steps: Step[]): string {
  const within = steps
    .map((step) => ({ name: step.name, took: Math.min(step.to, to) - Math.max(step.from, from) }))
    .filter(({ took }) => took > 0);
  if (within.length === 0) return 'beside the kill';
  const last = Math.max(...steps.map((step) => step.to));
  const rest = last < to ? [{ name: 'until an acknowledgement', took: to - last }] : [];
  return [...within, ...rest].map(({ name, took }) => `${name} ${seconds(took)}`).join(', ');
}
