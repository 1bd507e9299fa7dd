import { and, asc, count, desc, eq, gte, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import { MOST_TRIES } from '#lib/domain/identity/message-state.ts';
import { FEWEST_RESPONSES } from '#lib/domain/question-bank/item-filter.ts';
import type { Executor } from '../../db/index.ts';
import { activityVersions, assessments } from '../../db/schema/activity.ts';
import { evaluations } from '../../db/schema/evaluation.ts';
import { outboxMessages } from '../../db/schema/identity-mail.ts';
import { items, itemVersions } from '../../db/schema/question-bank.ts';
import { reportExports, reportSchedules } from '../../db/schema/report-export.ts';
import { itemStatistics } from '../../db/schema/report-statistics.ts';

/** Live versions that end on or before a day, the first to end in front. */
export function listExpiring(db: Executor, until: string) {
  const { activityId, title, expiryDate, status } = activityVersions;
  return db
    .select({ activityId, title, day: expiryDate })
    .from(activityVersions)
    .where(and(eq(status, 'live'), lte(expiryDate, until)))
    .orderBy(asc(expiryDate), asc(title));
}

/** Live items of assessments whose discrimination index is below `least` per cent, the worst in front. */
export function listPoorItems(db: Executor, least: number) {
  const { discriminationIndex, responses } = itemStatistics;
  return db
    .select({
      itemId: items.id,
      name: items.externalId,
      discrimination: sql<number>`${discriminationIndex}`.mapWith(Number),
      responses
    })
    .from(itemStatistics)
    .innerJoin(
      assessments,
      and(eq(assessments.id, itemStatistics.assessmentId), eq(assessments.kind, 'assessment'))
    )
    .innerJoin(
      itemVersions,
      and(eq(itemVersions.id, itemStatistics.itemVersionId), eq(itemVersions.status, 'live'))
    )
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(
      and(isNotNull(discriminationIndex), lt(discriminationIndex, least), gte(responses, FEWEST_RESPONSES))
    )
    .orderBy(asc(discriminationIndex), asc(items.externalId));
}

/** Activities of which evaluations since an instant say that they were not free of commercial bias. */
export function listBiasReports(db: Executor, since: Date) {
  const { activityId } = activityVersions;
  // The answer of the form that Footnote brings; a form of one's own keeps these ids to be counted here.
  const isBiased = sql`${evaluations.answers} -> 'bias' ->> 'option' = 'biased'`;
  return db
    .select({ activityId, title: sql<string>`max(${activityVersions.title})`, evaluations: count() })
    .from(evaluations)
    .innerJoin(activityVersions, eq(activityVersions.id, evaluations.activityVersionId))
    .where(and(gte(evaluations.submittedAt, since), isBiased))
    .groupBy(activityId)
    .orderBy(desc(count()), asc(activityId));
}

const failed = {
  exportId: reportExports.id,
  name: reportExports.fileName,
  schedule: reportSchedules.name,
  at: sql<Date>`coalesce(${reportExports.finishedAt}, ${reportExports.createdAt})`.mapWith(
    reportExports.createdAt
  )
};

/** Exports that failed since an instant, the latest in front; `schedule`: whose file it was to be, if any. */
export function listFailedExports(db: Executor, since: Date) {
  return db
    .select(failed)
    .from(reportExports)
    .leftJoin(reportSchedules, eq(reportSchedules.id, reportExports.scheduleId))
    .where(and(eq(reportExports.state, 'failed'), gte(reportExports.createdAt, since)))
    .orderBy(desc(reportExports.createdAt));
}

/** Messages that the mail server refused for good, and nobody has taken back. */
export async function countRefused(db: Executor): Promise<number> {
  const { sentAt, cancelledAt, tries } = outboxMessages;
  const [row] = await db
    .select({ messages: count() })
    .from(outboxMessages)
    .where(and(isNull(sentAt), isNull(cancelledAt), gte(tries, MOST_TRIES)));
  return row?.messages ?? 0;
}
