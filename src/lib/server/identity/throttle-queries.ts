import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Failures } from '#lib/domain/identity/throttle.ts';
import type { Executor } from '../db/index.ts';
import { throttles } from '../db/schema/identity-mail.ts';

/** What is on record of a place, or null. */
export async function selectOptionalFailures(db: Executor, subject: Uint8Array): Promise<Failures | null> {
  const [row] = await db
    .select({ count: throttles.failures, lastAt: throttles.windowStartedAt })
    .from(throttles)
    .where(eq(throttles.subject, subject));
  return row ?? null;
}

/** What is on record of several places; of those where nothing failed there is nothing. */
export function listFailures(db: Executor, subjects: Uint8Array[]) {
  return db
    .select({ subject: throttles.subject, count: throttles.failures, lastAt: throttles.windowStartedAt })
    .from(throttles)
    .where(inArray(throttles.subject, subjects));
}

/**
 * Counts one failure ahead of a try, as long as fewer than `free` are held. Returns how many are held then; null: `free`
 * are, and nothing was written.
 */
export async function upsertFailureBelow(
  db: Executor,
  input: { subject: Uint8Array; free: number; forgottenBefore: Date; now: Date }
): Promise<number | null> {
  const { subject, free, forgottenBefore, now } = input;
  const before = forgottenBefore.toISOString();
  const [row] = await db
    .insert(throttles)
    .values({ subject, failures: 1, windowStartedAt: now })
    .onConflictDoUpdate({
      target: throttles.subject,
      set: {
        failures: sql`case when ${throttles.windowStartedAt} < ${before} then 1 else ${throttles.failures} + 1 end`,
        windowStartedAt: now
      },
      setWhere: sql`${throttles.failures} < ${free} or ${throttles.windowStartedAt} < ${before}`
    })
    .returning({ count: throttles.failures });
  return row?.count ?? null;
}

/** Takes one failure back in each of several places: what was counted ahead was right. */
export async function updateFailuresTakenBack(db: Executor, subjects: Uint8Array[]): Promise<void> {
  await db
    .update(throttles)
    .set({ failures: sql`greatest(${throttles.failures} - 1, 0)` })
    .where(inArray(throttles.subject, subjects));
}

/** Counts one failure in one statement, so that many at once are all counted. Returns what is on record then. */
export async function upsertFailure(
  db: Executor,
  { subject, forgottenBefore, now }: { subject: Uint8Array; forgottenBefore: Date; now: Date }
): Promise<Failures> {
  const before = forgottenBefore.toISOString();
  const [row] = await db
    .insert(throttles)
    .values({ subject, failures: 1, windowStartedAt: now })
    .onConflictDoUpdate({
      target: throttles.subject,
      set: {
        failures: sql`case when ${throttles.windowStartedAt} < ${before} then 1 else ${throttles.failures} + 1 end`,
        windowStartedAt: now
      }
    })
    .returning({ count: throttles.failures, lastAt: throttles.windowStartedAt });
  return row ?? { count: 1, lastAt: now };
}

/** Replaces what is on record, if it is still as it was seen; false: somebody else came first. */
export async function updateFailures(
  db: Executor,
  { subject, seen, next }: { subject: Uint8Array; seen: Failures; next: Failures }
): Promise<boolean> {
  const rows = await db
    .update(throttles)
    .set({ failures: next.count, windowStartedAt: next.lastAt })
    .where(
      and(
        eq(throttles.subject, subject),
        eq(throttles.failures, seen.count),
        eq(throttles.windowStartedAt, seen.lastAt)
      )
    )
    .returning({ failures: throttles.failures });
  return rows.length > 0;
}

/** Forgets what failed in several places. */
export async function deleteFailures(db: Executor, subjects: Uint8Array[]): Promise<void> {
  await db.delete(throttles).where(inArray(throttles.subject, subjects));
}

/** Removes what no throttle holds against anybody any more. */
export async function deleteFailuresBefore(db: Executor, instant: Date): Promise<void> {
  await db.delete(throttles).where(lt(throttles.windowStartedAt, instant));
}
