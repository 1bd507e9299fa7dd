import { endedByTime } from '#lib/domain/attempt/closing-time.ts';
import type { TimeUpView } from '#lib/domain/attempt/time-up-view.ts';
import type { Executor } from '../db/index.ts';
import { loadAttempt } from './load-attempt.ts';
import type { OwnAttempt } from './queries.ts';

/** What is said of an attempt after its time was up, or null where the person has no such attempt. */
export async function loadTimeUp(db: Executor, which: OwnAttempt): Promise<TimeUpView | null> {
  const loaded = await loadAttempt(db, which);
  return (
    loaded && { attempt: loaded.facts, answered: loaded.row.answered, closedAt: endedByTime(loaded.row) }
  );
}
