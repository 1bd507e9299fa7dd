import { endedByTime } from '#lib/domain/attempt/closing-time.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { closeAttempt, type AttemptOutcome } from './close-attempt.ts';
import { lockAttempt, type OwnAttempt } from './queries.ts';
import { lockScoring } from './regrade-queries.ts';

/**
 * Finishes an attempt once: locks scoring and its row, then counts and scores. Items without a response count as not correct. A
 * repeated call gives the first outcome again.
 */
export function finishAttempt(
  db: Executor,
  input: OwnAttempt & { now: Date }
): Promise<Result<AttemptOutcome, 'not-found'>> {
  return db.transaction(async (tx) => {
    await lockScoring(tx);
    const attempt = await lockAttempt(tx, input);
    if (!attempt) return failure('not-found');
    if (attempt.state === 'in-progress') return success(await closeAttempt(tx, { attempt, ...input }));
    const { itemsCorrect, itemsTotal, itemsDropped, passed } = attempt;
    const closedAt = endedByTime(attempt);
    const outcome = { itemsCorrect: itemsCorrect ?? 0, itemsTotal, itemsDropped, passed };
    return success(closedAt ? { ...outcome, closedAt } : outcome);
  });
}
