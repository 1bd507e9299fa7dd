import { isOver } from '#lib/domain/attempt/closing-time.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalPlace, type PlaceRow } from './form-queries.ts';
import { lockAttempt, type OwnAttempt } from './queries.ts';

export type MarkProblem = 'not-found' | 'attempt-submitted' | 'time-up';

/** Locks an attempt and gives one of its places, as long as marks may be made on it. */
export async function lockPlace(
  tx: Executor,
  { now, ...which }: OwnAttempt & { position: number; now: Date }
): Promise<Result<PlaceRow, MarkProblem>> {
  const attempt = await lockAttempt(tx, which);
  const place = attempt && (await selectOptionalPlace(tx, which));
  if (!place) return failure('not-found');
  if (isOver(attempt.closesAt, now)) return failure('time-up');
  return attempt.state === 'in-progress' ? success(place) : failure('attempt-submitted');
}
