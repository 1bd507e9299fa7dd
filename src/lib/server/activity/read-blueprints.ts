import type { ServableItem } from '#lib/domain/activity/blueprint-coverage.ts';
import type { AssessmentKind, BlueprintSettings } from '#lib/domain/activity/blueprint-form.ts';
import type { Executor } from '../db/index.ts';
import {
  listBlueprints,
  listCells,
  listFixedItems,
  listServableItems,
  listWaitingItems
} from './blueprint-queries.ts';
import { fingerprintOf } from './fingerprint.ts';

/** An assessment of a version for its authors, with the live items of its bank, and those that are not live yet. `base` names the state. */
export type BlueprintView = {
  id: string;
  kind: AssessmentKind;
  bankTitle: string;
  /** Whether it draws on the bank of the assessment, or is the assessment. */
  isBankOfAssessment: boolean;
  settings: BlueprintSettings;
  items: ServableItem[];
  waiting: ServableItem[];
  base: string;
};

type Parts = {
  cells: (BlueprintSettings['cells'][number] & { assessmentId: string })[];
  fixed: { assessmentId: string; itemId: string }[];
};

/** Cells and fixed items of one assessment, in an order of their own, so that the same state has the same name. */
function partsOf(id: string, { cells, fixed }: Parts) {
  return {
    cells: cells
      .filter(({ assessmentId }) => assessmentId === id)
      .map(({ objectiveId, difficulty, count }) => ({ objectiveId, difficulty, count }))
      .toSorted((one, other) =>
        one.objectiveId + one.difficulty < other.objectiveId + other.difficulty ? -1 : 1
      ),
    fixedItemIds: fixed
      .filter(({ assessmentId }) => assessmentId === id)
      .map(({ itemId }) => itemId)
      .toSorted()
  };
}

/** The assessments of a version with blueprints and what their banks can serve now. */
export async function readBlueprints(db: Executor, activityVersionId: string): Promise<BlueprintView[]> {
  const cells = await listCells(db, activityVersionId);
  const fixed = await listFixedItems(db, activityVersionId);
  const items = await listServableItems(db, activityVersionId);
  const waiting = await listWaitingItems(db, activityVersionId);
  const found = await listBlueprints(db, activityVersionId);
  const creditBank = found.find(({ kind }) => kind === 'assessment')?.bankId;
  return found.map(({ id, kind, bankId, bankTitle, ...facts }) => {
    const settings = { ...facts, ...partsOf(id, { cells, fixed }) };
    const isOwn = (item: { bankId: string }) => item.bankId === bankId;
    return {
      id,
      kind,
      bankTitle,
      isBankOfAssessment: bankId === creditBank,
      settings,
      items: items.filter(isOwn),
      waiting: waiting.filter(isOwn),
      base: fingerprintOf(settings)
    };
  });
}
