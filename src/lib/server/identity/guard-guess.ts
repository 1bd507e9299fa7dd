import { countHeld, forgottenBefore, waitUntil } from '#lib/domain/identity/throttle.ts';
import type { Failures, ThrottlePolicy } from '#lib/domain/identity/throttle.ts';
import { failure, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import {
  deleteFailures,
  listFailures,
  updateFailures,
  updateFailuresTakenBack,
  upsertFailureBelow
} from './throttle-queries.ts';
import { forgetFailures, subjectOf, type Throttled } from './throttle.ts';

/** One of the records that a guess is counted in. */
export type GuessRecord = { door: string; from: string; policy: ThrottlePolicy };

/** `busy`: it was not looked at, and was no guess. */
export type GuessRefusal = Throttled | { kind: 'busy' };

/** A failure that was counted ahead, and what stood there before; null: it is one of the free ones. */
type Taken = { subject: Uint8Array; before: (Failures & { next: Failures }) | null; forgets: boolean };

type Seen = { record: GuessRecord; subject: Uint8Array; failures: Failures | null };

async function look(db: Executor, records: GuessRecord[]): Promise<Seen[]> {
  const all = records.map((record) => ({ record, subject: subjectOf(record) }));
  const rows = await listFailures(
    db,
    all.map(({ subject }) => subject)
  );
  return all.map((each) => {
    const row = rows.find(({ subject }) => Buffer.compare(subject, each.subject) === 0);
    return { ...each, failures: row ? { count: row.count, lastAt: row.lastAt } : null };
  });
}

/** Counts ahead; null: another try came first. */
async function take(db: Executor, { record, subject, failures }: Seen, now: Date): Promise<Taken | null> {
  const { policy } = record;
  const forgets = policy.forgetsWhenRight ?? false;
  if (failures && countHeld(failures, policy, now) >= policy.free) {
    const next = { count: failures.count + 1, lastAt: now };
    const isFirst = await updateFailures(db, { subject, seen: failures, next });
    return isFirst ? { subject, before: { ...failures, next }, forgets } : null;
  }
  const free = { subject, free: policy.free, forgottenBefore: forgottenBefore(policy, now), now };
  const count = await upsertFailureBelow(db, free);
  if (count === 1) await forgetFailures(db, now);
  return count === null ? null : { subject, before: null, forgets };
}

async function giveBack(db: Executor, taken: Taken[]): Promise<void> {
  const free = taken.filter(({ before }) => before === null).map(({ subject }) => subject);
  if (free.length > 0) await updateFailuresTakenBack(db, free);
  for (const { subject, before } of taken)
    if (before) await updateFailures(db, { subject, seen: before.next, next: before });
}

/** The guess was right: its own place starts afresh where the policy says so. */
async function acquit(db: Executor, taken: Taken[]): Promise<void> {
  const forgotten = taken.filter(({ forgets }) => forgets).map(({ subject }) => subject);
  if (forgotten.length > 0) await deleteFailures(db, forgotten);
  await giveBack(
    db,
    taken.filter(({ forgets }) => !forgets)
  );
}

/** When the last of the records lets somebody try again; null: all do now. */
function longestWait(seen: Seen[], now: Date): Date | null {
  const waits = seen.flatMap(({ record, failures }) => waitUntil(failures, record.policy, now) ?? []);
  return waits.length === 0 ? null : new Date(Math.max(...waits.map((until) => until.getTime())));
}

/**
 * Looks at a guess of a secret, unless one of its records says to wait. It is counted in each of them before it is looked
 * at and taken back if it was right, so that a thousand at the same time gain nothing. What is right takes no more back
 * than that from a record that others share, or who knows one secret could guess another for ever.
 */
export async function guardGuess<Value, Busy extends 'busy' = never>(
  db: Executor,
  { records, now }: { records: GuessRecord[]; now: Date },
  attempt: () => Promise<Result<Value, 'wrong' | Busy>>
): Promise<Result<Value, Throttled | { kind: Busy }>> {
  const seen = await look(db, records);
  const until = longestWait(seen, now);
  if (until) return failure({ kind: 'wait', until });
  const taken: Taken[] = [];
  for (const each of seen) {
    const one = await take(db, each, now);
    if (one === null) {
      await giveBack(db, taken);
      return failure({
        kind: 'wait',
        until: new Date(now.getTime() + each.record.policy.firstWaitSeconds * 1000)
      });
    }
    taken.push(one);
  }
  const outcome = await attempt();
  if (outcome.ok) {
    await acquit(db, taken);
    return outcome;
  }
  if (outcome.problem === 'wrong') return failure({ kind: 'wrong' });
  await giveBack(db, taken);
  return failure({ kind: outcome.problem });
}
