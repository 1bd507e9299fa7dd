export type ObjectiveScore = { objectiveId: string; correct: number; total: number };

/**
 * Right items of all items for each objective, in the order of `objectiveIds`. An objective without an item on the form
 * is left out; an item without objective counts for none.
 */
export function scoreByObjective(
  objectiveIds: string[],
  items: { objectiveId: string | null; correct: boolean }[]
): ObjectiveScore[] {
  return objectiveIds
    .map((objectiveId) => {
      const own = items.filter((item) => item.objectiveId === objectiveId);
      return { objectiveId, correct: own.filter((item) => item.correct).length, total: own.length };
    })
    .filter((score) => score.total > 0);
}
