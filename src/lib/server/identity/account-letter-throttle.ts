import type { ThrottlePolicy } from '#lib/domain/identity/throttle.ts';
import type { Executor } from '../db/index.ts';
import { countTurn } from './count-turn.ts';

const POLICY: ThrottlePolicy = {
  free: 3,
  firstWaitSeconds: 60,
  longestWaitSeconds: 3600,
  forgetAfterSeconds: 86_400
};

/** Counts a letter that somebody who is signed in asks for, to whatever address. Returns until when to wait, or null. */
export function countAccountLetter(
  db: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<Date | null> {
  return countTurn(db, { door: 'account-letter', from: personId, policy: POLICY, now });
}
