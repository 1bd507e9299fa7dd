import { isOverdue, latestClosing } from '#lib/domain/attempt/closing-time.ts';
import type { Executor } from '../db/index.ts';
import { closeAttempt } from './close-attempt.ts';
import { listOverdue, lockAttempt, type OwnAttempt } from './queries.ts';
import { lockScoring } from './regrade-queries.ts';

/** As many as one run of the job ends; the next one goes on. */
const MOST = 500;

/**
 * Finishes an attempt whose time is up with what was answered, if that is still to be done. It is serialised as
 * `finishAttempt` is, so that it happens once, whoever comes first: the person's next request, or the job.
 */
export function endOverdueAttempt(db: Executor, input: OwnAttempt & { now: Date }): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockScoring(tx);
    const attempt = await lockAttempt(tx, input);
    if (attempt === null || !isOverdue(attempt, input.now)) return false;
    await closeAttempt(tx, { attempt, ...input });
    return true;
  });
}

/** Finishes every attempt whose time is up and whose person has not come back, each by itself. Returns how many. */
export async function endOverdueAttempts(db: Executor, now: Date): Promise<number> {
  let ended = 0;
  for (const which of await listOverdue(db, { before: latestClosing(now), most: MOST })) {
    if (await endOverdueAttempt(db, { ...which, now })) ended += 1;
  }
  return ended;
}
