import { and, asc, desc, eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activityVersions } from '../db/schema/activity.ts';
import { completions, reportingPermissions } from '../db/schema/credit.ts';
import type { LearnerAndVersion } from './queries.ts';

/** Keeps what a learner lets be reported, or not; a change is a new row. */
export async function insertPermission(
  tx: Executor,
  permission: typeof reportingPermissions.$inferInsert
): Promise<void> {
  await tx.insert(reportingPermissions).values(permission);
}

const { activityVersionId, report, granted, wording, wordingVersion, recordedAt } = reportingPermissions;

const columns = { report, granted, wording, wordingVersion, recordedAt };

// Of two rows of the same instant the refusal holds.
const newestFirst = [desc(recordedAt), asc(granted)];

/** The permission of a report as it stands, or null: the learner was never asked. */
export async function selectOptionalPermission(db: Executor, asked: LearnerAndVersion & { report: string }) {
  const [row] = await db
    .select(columns)
    .from(reportingPermissions)
    .where(
      and(
        eq(reportingPermissions.personId, asked.personId),
        eq(activityVersionId, asked.activityVersionId),
        eq(report, asked.report)
      )
    )
    .orderBy(...newestFirst)
    .limit(1);
  return row ?? null;
}

/** Every permission that a person was asked for, as it stands, with its credit. */
export async function listPermissions(db: Executor, personId: string) {
  return db
    .selectDistinctOn([activityVersionId, report], {
      ...columns,
      activityVersionId,
      activityTitle: activityVersions.title,
      completedOn: completions.completedOn
    })
    .from(reportingPermissions)
    .innerJoin(activityVersions, eq(activityVersions.id, activityVersionId))
    .innerJoin(
      completions,
      and(
        eq(completions.activityVersionId, activityVersionId),
        eq(completions.personId, reportingPermissions.personId)
      )
    )
    .where(eq(reportingPermissions.personId, personId))
    .orderBy(activityVersionId, report, ...newestFirst);
}
