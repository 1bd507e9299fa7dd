import { bulkPlanWords, refusalGroups } from '#lib/domain/question-bank/bulk-plan-words.ts';
import {
  canBeUndone,
  changedItems,
  type BulkChange,
  type PlannedItem
} from '#lib/domain/question-bank/plan-bulk-change.ts';
import { planMark } from '#lib/server/question-bank/plan-mark.ts';

type Asked = { change: BulkChange; itemIds: string[]; all: boolean };

/** What a plan comes to, and what its form has to send. */
export function previewOf(plan: PlannedItem[], { change, itemIds, all }: Asked) {
  return {
    sentences: bulkPlanWords(plan, change),
    refusals: refusalGroups(plan),
    change,
    itemIds: all ? [] : itemIds,
    all,
    seen: planMark(plan),
    changed: changedItems(plan).length,
    undo: canBeUndone(change)
  };
}
