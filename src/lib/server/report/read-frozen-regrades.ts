import type { FrozenRegrade } from '#lib/domain/report/evidence/frozen-attempt.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItems } from '../question-bank/read-keyed-items.ts';
import { listFrozenRegrades, listFrozenScoreChanges } from './evidence-regrade-queries.ts';

/** Every regrade of an item of these attempts, by attempt. The record grows with it, also after the completion. */
export async function readFrozenRegrades(
  db: Executor,
  attemptIds: string[]
): Promise<(attemptId: string) => FrozenRegrade[]> {
  if (attemptIds.length === 0) return () => [];
  const rows = await listFrozenRegrades(db, attemptIds);
  const changes = await listFrozenScoreChanges(db, attemptIds);
  const keyVersionIds = rows.flatMap(({ keyVersionId }) => keyVersionId ?? []);
  const items = await readKeyedItems(db, keyVersionIds);
  return (attemptId) =>
    rows
      .filter((row) => row.attemptId === attemptId)
      .map(({ position, keyVersionId, regrade }) => ({
        ...regrade,
        position,
        keyItem: items.get(keyVersionId ?? '') ?? null,
        decidedAt: regrade.decidedAt.toISOString(),
        undoneAt: regrade.undoneAt?.toISOString() ?? null,
        changes: changes
          .filter((row) => row.attemptId === attemptId && row.regradeId === regrade.id)
          .map(({ change }) => change)
      }));
}
