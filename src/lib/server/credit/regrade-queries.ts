import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { attemptItems } from '../db/schema/attempt.ts';
import { completions, credits } from '../db/schema/credit.ts';
import { creditStands } from './standing-queries.ts';

/** Attempts with the item version on which a completion rests whose credit stands. */
export async function selectCreditedAttempts(db: Executor, itemVersionId: string): Promise<number> {
  const [row] = await db
    .select({ attempts: sql<number>`count(*)::int` })
    .from(attemptItems)
    .innerJoin(completions, eq(completions.attemptId, attemptItems.attemptId))
    .innerJoin(credits, and(eq(credits.completionId, completions.id), creditStands))
    .where(eq(attemptItems.itemVersionId, itemVersionId));
  return row?.attempts ?? 0;
}
