import { figureOf, type Figure } from './figure.ts';
import { againstTarget, measureRatio, type Trial } from './ratio.ts';

/** A trial, and what the database reads for it: rows of each scan, from the plan as it ran. */
export type Explained = { trial: Trial; explain: () => Promise<string> };

/** Measures answers to one reader against their queries alone, and against the milliseconds that are allowed. */
export async function measureAnswers(
  { trial, explain }: Explained,
  mostMs: number,
  report: (figure: Figure) => void
): Promise<void> {
  const ratio = await measureRatio(trial);
  report(figureOf(ratio));
  report(figureOf(againstTarget(ratio, mostMs), { atMost: 1 }, await explain()));
}
