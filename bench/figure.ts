import type { BenchApp } from './bench-app.ts';
import type { Ratio } from './ratio.ts';

/** What a ratio to its limit has to be; null: it is watched. */
export type Target = { atLeast: number } | { atMost: number } | null;

/** A measured ratio with what is asked of it, and in words what else was seen. */
export type Figure = Ratio & { target: Target; note: string };

/** What `npm run bench -- NAME` chooses: a measurement, or one of the figures that it reports. */
export type Measurement = {
  name: string;
  /** Figures that are not called as the measurement is. */
  figures: string[];
  /** Measured where nothing is chosen. */
  isUsual?: true;
  /** Takes so long that only its name chooses it. */
  isLong?: true;
  /** `wants`: whether a figure is asked for, where each costs time of its own. */
  measure: (
    bench: BenchApp,
    report: (figure: Figure) => void,
    wants: (name: string) => boolean
  ) => Promise<void>;
};

/** Puts a target and words to a ratio. */
export const figureOf = (ratio: Ratio, target: Target = null, note = ''): Figure => ({
  ...ratio,
  target,
  note
});

/** Whether the target is met; null: there is none. */
export function isMet({ ratio, target }: Pick<Figure, 'ratio' | 'target'>): boolean | null {
  if (target === null) return null;
  return 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost;
}
