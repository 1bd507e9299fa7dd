import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activities, activityVersions, assessments } from '../db/schema/activity.ts';
import { activityEditors } from '../db/schema/activity-disclosure.ts';
import { questionBanks } from '../db/schema/question-bank.ts';

/** Slug and id of the activity, or null. */
export async function selectOptionalActivity(
  db: Executor,
  activityId: string
): Promise<{ id: string; slug: string } | null> {
  const [found] = await db
    .select({ id: activities.id, slug: activities.slug })
    .from(activities)
    .where(eq(activities.id, activityId));
  return found ?? null;
}

/** Lets one author at a time start, publish or discard a draft of the activity. */
export async function lockActivity(tx: Executor, activityId: string): Promise<boolean> {
  const found = await tx
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.id, activityId))
    .for('update');
  return found.length > 0;
}

/** The draft and the live version of the activity, as far as it has them. */
export function listCurrentVersions(db: Executor, activityId: string) {
  return db
    .select({
      versionId: activityVersions.id,
      version: activityVersions.version,
      status: activityVersions.status,
      title: activityVersions.title,
      lessonId: activityVersions.lessonId,
      revision: activityVersions.revision
    })
    .from(activityVersions)
    .where(
      and(eq(activityVersions.activityId, activityId), inArray(activityVersions.status, ['draft', 'live']))
    );
}

/** The labels of all versions of the activity. */
export async function listVersionLabels(db: Executor, activityId: string): Promise<string[]> {
  const rows = await db
    .select({ version: activityVersions.version })
    .from(activityVersions)
    .where(eq(activityVersions.activityId, activityId));
  return rows.map(({ version }) => version);
}

/** All versions of the activity, the newest first: the working copy, then by the day of publication. */
export function listVersions(db: Executor, activityId: string) {
  return db
    .select({
      version: activityVersions.version,
      status: activityVersions.status,
      title: activityVersions.title,
      publishedAt: activityVersions.publishedAt,
      changedAt: activityVersions.updatedAt,
      completions: sql<number>`(select count(*)::int from completions c
        where c.activity_version_id = activity_versions.id)`
    })
    .from(activityVersions)
    .where(eq(activityVersions.activityId, activityId))
    .orderBy(sql`${activityVersions.publishedAt} desc nulls first`);
}

/** The banks that the assessments of the version draw on, by code. */
export function listBanks(db: Executor, activityVersionId: string) {
  return db
    .selectDistinct({ id: questionBanks.id, code: questionBanks.code, title: questionBanks.title })
    .from(assessments)
    .innerJoin(questionBanks, eq(questionBanks.id, assessments.bankId))
    .where(eq(assessments.activityVersionId, activityVersionId))
    .orderBy(asc(questionBanks.code));
}

type Touch = { activityVersionId: string; actorId: string; now: Date };

/** Raises the revision of a draft, names who changed it, and gives the revision; null where it is no draft. */
export async function updateTouched(
  tx: Executor,
  { activityVersionId, actorId, now }: Touch
): Promise<number | null> {
  const [touched] = await tx
    .update(activityVersions)
    .set({ revision: sql`${activityVersions.revision} + 1`, updatedAt: now, updatedBy: actorId })
    .where(and(eq(activityVersions.id, activityVersionId), eq(activityVersions.status, 'draft')))
    .returning({ revision: activityVersions.revision });
  return touched?.revision ?? null;
}

/** Lists who changed a draft, once. */
export async function insertEditor(tx: Executor, { activityVersionId, actorId, now }: Touch): Promise<void> {
  await tx
    .insert(activityEditors)
    .values({ activityVersionId, personId: actorId, firstAt: now })
    .onConflictDoNothing();
}
