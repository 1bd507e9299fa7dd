import { createHash } from 'node:crypto';
import {
  countHeld,
  forgottenBefore,
  waitUntil,
  type Failures,
  type ThrottlePolicy
} from '#lib/domain/identity/throttle.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import {
  deleteFailuresBefore,
  selectOptionalFailures,
  updateFailures,
  upsertFailure
} from './throttle-queries.ts';

/** `wrong`: the try failed. `wait`: it was not looked at, since too many from this place failed. */
export type Throttled = { kind: 'wrong' } | { kind: 'wait'; until: Date };

type Place = {
  /** What is tried, and from where, e.g. `verify` and `192.0.2.0/24`. Only the SHA-256 of both is kept. */
  door: string;
  from: string;
  policy: ThrottlePolicy;
  now: Date;
};

/** No policy remembers longer. */
const LONGEST_MEMORY = 31 * 24 * 60 * 60 * 1000;

/** What the table calls a place by. */
export const subjectOf = ({ door, from }: Pick<Place, 'door' | 'from'>): Uint8Array =>
  createHash('sha256').update(`${door} ${from}`).digest();

const HOUR = 60 * 60 * 1000;

let forgotAt = 0;

/** Removes what is held against nobody any more; once an hour, since it reads the whole table. */
export async function forgetFailures(db: Executor, now: Date): Promise<void> {
  if (Math.abs(now.getTime() - forgotAt) < HOUR) return;
  forgotAt = now.getTime();
  await deleteFailuresBefore(db, new Date(now.getTime() - LONGEST_MEMORY));
}

/** Counts a failure, and says whether the place has to wait from now on. */
async function count(db: Executor, place: Place): Promise<Throttled> {
  const { policy, now } = place;
  const before = forgottenBefore(policy, now);
  const failures = await upsertFailure(db, { subject: subjectOf(place), forgottenBefore: before, now });
  if (failures.count === 1) await forgetFailures(db, now);
  const until = failures.count > policy.free ? waitUntil(failures, policy, now) : null;
  return until ? { kind: 'wait', until } : { kind: 'wrong' };
}

/**
 * One try from a place that has used up its free failures: it is counted before it is made and given back if it was
 * right, so that of many at the same time one is made.
 */
async function tryOnce<Value>(
  db: Executor,
  { place, seen, attempt }: { place: Place; seen: Failures; attempt: () => Promise<Value | null> }
): Promise<Result<Value, Throttled>> {
  const { policy, now } = place;
  const subject = subjectOf(place);
  const next = { count: seen.count + 1, lastAt: now };
  if (!(await updateFailures(db, { subject, seen, next })))
    return failure({ kind: 'wait', until: waitUntil(next, policy, now) ?? now });
  const value = await attempt();
  if (value === null) return failure({ kind: 'wrong' });
  await updateFailures(db, { subject, seen: next, next: seen });
  return success(value);
}

/**
 * Makes an attempt (null: it was wrong) unless too many failed from the same place. Failures stand in the database: all
 * instances share them, and a restart forgets none. What is right costs one query more and writes nothing; it does not
 * clear the record either, or who has one right answer could guess on for ever.
 */
export async function withThrottle<Value>(
  db: Executor,
  place: Place,
  attempt: () => Promise<Value | null>
): Promise<Result<Value, Throttled>> {
  const { policy, now } = place;
  const seen = await selectOptionalFailures(db, subjectOf(place));
  const until = waitUntil(seen, policy, now);
  if (until) return failure({ kind: 'wait', until });
  if (seen && countHeld(seen, policy, now) >= policy.free) return tryOnce(db, { place, seen, attempt });
  const value = await attempt();
  return value === null ? failure(await count(db, place)) : success(value);
}
