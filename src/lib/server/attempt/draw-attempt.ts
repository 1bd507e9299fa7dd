import type { ActivityFacts, AssessmentFacts } from '#lib/domain/activity/activity-facts.ts';
import { drawForm, type Blueprint, type DrawnItem, type DrawProblem } from '#lib/domain/attempt/draw-form.ts';
import {
  itemsAnsweredWrong,
  itemsFlagged,
  type PastItem,
  type PracticeSelection
} from '#lib/domain/attempt/practice-selection.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { listCells, listFixedItems, selectSource } from './assessment-queries.ts';
import { listPastItems } from './form-queries.ts';
import { readCandidates } from './read-candidates.ts';

type Choosing = {
  whole: Blueprint;
  selection: PracticeSelection;
  objectiveId: string | null;
  past: PastItem[];
};

/** The blueprint narrowed to what the learner chose to practice. */
function narrow({ whole, selection, objectiveId, past }: Choosing): Blueprint {
  switch (selection.kind) {
    case 'all':
      return whole;
    case 'objective':
      return {
        ...whole,
        cells: whole.cells.filter((cell) => cell.objectiveId === objectiveId),
        fixedItemIds: []
      };
    case 'wrong':
      return { ...whole, cells: [], fixedItemIds: itemsAnsweredWrong(past) };
    case 'flagged':
      return { ...whole, cells: [], fixedItemIds: itemsFlagged(past) };
    default:
      return selection satisfies never;
  }
}

type DrawInput = {
  activity: ActivityFacts;
  assessment: AssessmentFacts;
  personId: string;
  selection: PracticeSelection;
  seed: number;
};

/** Draws the form of a new attempt from the live versions of the bank, without writing anything. */
export async function drawAttempt(
  tx: Executor,
  { activity, assessment, personId, selection, seed }: DrawInput
): Promise<Result<DrawnItem[], DrawProblem>> {
  const { bankId, ...source } = await selectSource(tx, assessment.id);
  const candidates = await readCandidates(tx, bankId);
  const past = await listPastItems(tx, { assessmentId: assessment.id, personId });
  const cells = await listCells(tx, assessment.id);
  const fixedItemIds = (await listFixedItems(tx, assessment.id)).map(({ itemId }) => itemId);
  const code = selection.kind === 'objective' ? selection.code : null;
  const objectiveId = activity.objectives.find((objective) => objective.code === code)?.id ?? null;
  // What was met before may have been retired since: practice leaves it out.
  const alive = new Set(candidates.map(({ itemId }) => itemId));
  const whole = { cells, fixedItemIds, ...source };
  const blueprint = narrow({
    whole,
    selection,
    objectiveId,
    past: past.filter(({ itemId }) => alive.has(itemId))
  });
  return drawForm({ candidates, blueprint, seenItemIds: new Set(past.map(({ itemId }) => itemId)), seed });
}
