import type { Participation } from './activity-file.ts';
import { holdBackSmall, shownCount } from './small-cells.ts';

/** Completions of one profession, as counted, and the quarter credits that stand for them. */
export type ProfessionCount = { profession: string; completions: number; quarterCredits: number };

/** Who completed a version, by profession; numbers that are too small are held back, and the credit of so few with them. */
export function participationOf(counted: ProfessionCount[]): Participation {
  const inOrder = counted.toSorted((one, other) => one.profession.localeCompare(other.profession));
  const shown = holdBackSmall(inOrder.map(({ completions }) => completions));
  const completions = shownCount(inOrder.reduce((sum, each) => sum + each.completions, 0));
  return {
    completions,
    professions: inOrder.map(({ profession }, index) => ({ profession, completions: shown[index] ?? null })),
    quarterCredits: completions === null ? null : inOrder.reduce((sum, each) => sum + each.quarterCredits, 0)
  };
}
