import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { attemptItems } from '../db/schema/attempt.ts';
import { regradeChanges, regrades } from '../db/schema/attempt-regrade.ts';

/** Every regrade of an item that stands in these attempts, in the order of time, once for each place. */
export function listFrozenRegrades(db: Executor, attemptIds: string[]) {
  const { id, kind, accepted, keyVersionId, reason, decidedAt, decidedBy } = regrades;
  const { undoneAt, undoneBy, undoReason } = regrades;
  return db
    .select({
      attemptId: attemptItems.attemptId,
      position: attemptItems.position,
      keyVersionId,
      regrade: { id, kind, accepted, reason, decidedAt, decidedBy, undoneAt, undoneBy, undoReason }
    })
    .from(attemptItems)
    .innerJoin(regrades, eq(regrades.itemVersionId, attemptItems.itemVersionId))
    .where(inArray(attemptItems.attemptId, attemptIds))
    .orderBy(asc(decidedAt), asc(id), asc(attemptItems.attemptId));
}

/** What regrades changed in these attempts: by the decision first, then by its undoing. */
export function listFrozenScoreChanges(db: Executor, attemptIds: string[]) {
  const { regradeId, attemptId, isUndo, correctBefore, correctAfter } = regradeChanges;
  const { droppedBefore, droppedAfter, passedBefore, passedAfter } = regradeChanges;
  return db
    .select({
      regradeId,
      attemptId,
      change: {
        ...{ isUndo, correctBefore, correctAfter },
        ...{ droppedBefore, droppedAfter, passedBefore, passedAfter }
      }
    })
    .from(regradeChanges)
    .where(and(inArray(attemptId, attemptIds)))
    .orderBy(asc(isUndo));
}
