import { and, desc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import { accreditationStatements } from '../../db/schema/accreditation.ts';
import { activityVersions } from '../../db/schema/activity.ts';
import { completionSummaries } from '../../db/schema/report-summary.ts';

/** The newest released version of an activity, as its record names it; null where nothing was released. */
export async function selectOptionalRecordedVersion(db: Executor, activityId: string) {
  const [row] = await db
    .select({
      id: activityVersions.id,
      title: activityVersions.title,
      summary: activityVersions.summary,
      maximumQuarterCredits: activityVersions.maximumQuarterCredits,
      mode: accreditationStatements.mode
    })
    .from(activityVersions)
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .where(and(eq(activityVersions.activityId, activityId), sql`${activityVersions.publishedAt} is not null`))
    .orderBy(desc(activityVersions.publishedAt), desc(activityVersions.id))
    .limit(1);
  return row ?? null;
}

/**
 * Who completed an activity in any version that was accredited, physicians and others: PARS counts learners in whole
 * numbers, and a revoked completion is none (cme-rules.md §2.1).
 */
export async function selectParticipants(db: Executor, activityId: string) {
  const { profession } = completionSummaries;
  const [row] = await db
    .select({
      physicians: sql<number>`count(*) filter (where ${profession} = 'physician')`.mapWith(Number),
      others: sql<number>`count(*) filter (where ${profession} <> 'physician')`.mapWith(Number)
    })
    .from(completionSummaries)
    .innerJoin(activityVersions, eq(activityVersions.id, completionSummaries.activityVersionId))
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .where(
      and(
        eq(completionSummaries.activityId, activityId),
        eq(accreditationStatements.mode, 'accredited'),
        eq(completionSummaries.isRevoked, false)
      )
    );
  return row ?? { physicians: 0, others: 0 };
}

/** Every activity that was released, with the title of its newest version. */
export function listRecordedActivities(db: Executor) {
  return db
    .selectDistinctOn([activityVersions.activityId], {
      id: activityVersions.activityId,
      title: activityVersions.title
    })
    .from(activityVersions)
    .where(sql`${activityVersions.publishedAt} is not null`)
    .orderBy(activityVersions.activityId, desc(activityVersions.publishedAt));
}
