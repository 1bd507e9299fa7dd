import type { ObjectiveResult } from './result-view.ts';

const shareOf = ({ correct, total }: ObjectiveResult) => correct / total;

/** What a look at the bars of all objectives shows: the weakest one, or how many are as weak. */
export function findingOf(objectives: ObjectiveResult[]): string {
  const lowest = Math.min(...objectives.map(shareOf));
  const weakest = objectives.filter((objective) => shareOf(objective) === lowest);
  const [first] = weakest;
  if (first === undefined || lowest === 1) return 'Every question is right, in every objective.';
  if (lowest === 0 && weakest.length === objectives.length) return 'No question is right yet.';
  return weakest.length === 1
    ? `Fewest right: ${first.wording}`
    : `${weakest.length} objectives share the fewest right.`;
}
