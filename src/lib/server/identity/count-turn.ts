import type { Executor } from '../db/index.ts';
import { withThrottle } from './throttle.ts';

/**
 * Counts one use of something that is scarce, whatever comes of it. Returns the instant from which on it can be used
 * again, or null: now.
 */
export async function countTurn(
  db: Executor,
  place: Parameters<typeof withThrottle>[1]
): Promise<Date | null> {
  const turn = await withThrottle(db, place, () => Promise.resolve(null));
  return !turn.ok && turn.problem.kind === 'wait' ? turn.problem.until : null;
}
