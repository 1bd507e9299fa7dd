import { dryRunOf, type DryRun, type ScoreGroup } from '#lib/domain/attempt/dry-run.ts';
import { countingOf, type Regrade } from '#lib/domain/attempt/regrade.ts';
import { scoreUnderRegrade } from '#lib/domain/attempt/score-under-regrade.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import type { Executor } from '../db/index.ts';
import {
  droppedShift,
  listDistinctResponses,
  listScoreGroups,
  type RegradeScope
} from './regrade-scope-queries.ts';

/** From one way of scoring an item version to another; null: by its own key. */
export type RegradeChange = { item: KeyedItem; from: Regrade | null; to: Regrade | null };

/** What a change does to every attempt, computed and not written. */
export type RegradePlan = { scope: RegradeScope; groups: ScoreGroup[]; dryRun: DryRun };

/**
 * Works out what a regrade, or its undoing, does. The rules judge each different response and each different score once,
 * so that a hundred thousand attempts cost little more than a hundred; SQL only counts how often each occurs.
 */
export async function planRegrade(db: Executor, { item, from, to }: RegradeChange): Promise<RegradePlan> {
  const given = await listDistinctResponses(db, item.versionId);
  const verdicts = given.map((response) => ({
    response,
    correct: scoreUnderRegrade({ item, regrade: to }, response).correct
  }));
  const scope = { itemVersionId: item.versionId, verdicts, from: countingOf(from), to: countingOf(to) };
  const rows = await listScoreGroups(db, scope);
  const groups = rows.map(
    ({ total, correct, dropped, passed, correctShift, passingPercent, ...row }): ScoreGroup => ({
      ...row,
      standard: passingPercent === null ? null : { passingPercent },
      score: { total, correct, dropped, passed },
      shift: { correct: correctShift, dropped: droppedShift(scope) }
    })
  );
  return { scope, groups, dryRun: dryRunOf(groups) };
}
