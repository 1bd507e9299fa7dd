import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { creditRules } from '../db/schema/accreditation.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';

const isPublished = sql`${activityVersions.publishedAt} is not null`;

/** Every activity that was published, with the title of its latest version, for the filter. */
export async function listReportActivities(db: Executor): Promise<{ id: string; label: string }[]> {
  return db
    .selectDistinctOn([activities.slug], { id: activities.slug, label: activityVersions.title })
    .from(activities)
    .innerJoin(activityVersions, eq(activityVersions.activityId, activities.id))
    .where(isPublished)
    .orderBy(asc(activities.slug), desc(activityVersions.publishedAt));
}

/** What versions that were published are named, each name once. */
export async function listReportVersions(db: Executor): Promise<string[]> {
  const rows = await db
    .selectDistinct({ version: activityVersions.version })
    .from(activityVersions)
    .where(isPublished);
  return rows.map(({ version }) => version);
}

/** Every type of credit, with its name in the newest rules. */
export async function listReportCredits(db: Executor): Promise<{ id: string; label: string }[]> {
  return db
    .selectDistinctOn([creditRules.key], {
      id: creditRules.key,
      label: sql<string>`${creditRules.rule} ->> 'name'`
    })
    .from(creditRules)
    .where(sql`${creditRules.rule} ->> 'role' = 'credit'`)
    .orderBy(asc(creditRules.key), desc(creditRules.version));
}
