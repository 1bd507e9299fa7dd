import { createHash } from 'node:crypto';
import type { PlannedItem } from '#lib/domain/question-bank/plan-bulk-change.ts';

/** A mark of what a plan does to which items: the same for the same items and effects, whatever their order. */
export function planMark(plan: PlannedItem[]): string {
  const lines = plan.map(({ facts, effect }) => `${facts.itemId} ${effect}`).toSorted();
  return createHash('sha256').update(lines.join('\n')).digest('base64url');
}
