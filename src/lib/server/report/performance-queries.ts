import { and, eq, gt, gte, inArray, isNotNull, lt, notExists, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { FEWEST_RESPONSES, type ItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import type { Executor } from '../db/index.ts';
import { attemptItems, responses } from '../db/schema/attempt.ts';
import { items, itemVersions } from '../db/schema/question-bank.ts';

const later = alias(itemVersions, 'later');

/** Responses to the version that learners get, or got last: those to an earlier text say nothing of this one. */
function answered(db: Executor, having: SQL | undefined) {
  const laterPublished = db
    .select({ one: sql`1` })
    .from(later)
    .where(
      and(
        eq(later.itemId, itemVersions.itemId),
        gt(later.version, itemVersions.version),
        isNotNull(later.publishedAt)
      )
    );
  return db
    .select({ itemId: itemVersions.itemId })
    .from(responses)
    .innerJoin(
      attemptItems,
      and(eq(attemptItems.attemptId, responses.attemptId), eq(attemptItems.position, responses.position))
    )
    .innerJoin(itemVersions, eq(itemVersions.id, attemptItems.itemVersionId))
    .where(notExists(laterPublished))
    .groupBy(itemVersions.itemId)
    .having(having);
}

/** Items by how their published version was answered; counted only when it is asked for. */
export function performing(db: Executor, performance: ItemFilter['performance']): SQL | undefined {
  if (performance === null) return undefined;
  const share = sql<number>`avg(case when ${responses.correct} then 1.0 else 0.0 end)`;
  const enough = gte(sql`count(*)`, FEWEST_RESPONSES);
  if (performance === 'few') return sql`not ${inArray(items.id, answered(db, enough))}`;
  const band = performance === 'often-missed' ? lt(share, 0.3) : gt(share, 0.95);
  return inArray(items.id, answered(db, and(enough, band)));
}
