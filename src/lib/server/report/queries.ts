import { and, asc, count, desc, eq, gte, lte, sql, sum, type SQL } from 'drizzle-orm';
import type { CompletionCursor } from '#lib/domain/report/completion-cursor.ts';
import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import type { CompletionTotals } from '#lib/domain/report/completion-row.ts';
import type { Executor } from '../db/index.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';
import { attempts } from '../db/schema/attempt.ts';
import { certificates } from '../db/schema/certificate.ts';
import { completions, credits } from '../db/schema/credit.ts';
import { profiles } from '../db/schema/identity.ts';

/** A page of the report: `after` is the last row of the page before it, null for the first page. */
export type CompletionPage = { filter: CompletionFilter; after: CompletionCursor | null; limit: number };

/** The rows that a filter finds; the query joins activities and profiles. */
export function matching({ activity, from, to, profession }: CompletionFilter): SQL | undefined {
  return and(
    activity === null ? undefined : eq(activities.slug, activity),
    from === null ? undefined : gte(completions.completedOn, from),
    to === null ? undefined : lte(completions.completedOn, to),
    profession === null ? undefined : eq(profiles.profession, profession)
  );
}

/** A page of completions, the latest first. */
export async function listCompletionRows(db: Executor, { filter, after, limit }: CompletionPage) {
  const beyond =
    after && sql`(${completions.completedOn}, ${completions.id}) < (${after.completedOn}, ${after.id})`;
  return db
    .select({
      id: completions.id,
      completedOn: completions.completedOn,
      document: certificates.document,
      givenName: profiles.givenName,
      familyName: profiles.familyName,
      credentials: profiles.credentials,
      profession: profiles.profession,
      activityTitle: activityVersions.title,
      itemsCorrect: attempts.itemsCorrect,
      itemsTotal: attempts.itemsTotal,
      quarterCredits: credits.quarterCredits,
      certificateId: certificates.id
    })
    .from(completions)
    .innerJoin(activityVersions, eq(activityVersions.id, completions.activityVersionId))
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .innerJoin(attempts, eq(attempts.id, completions.attemptId))
    .leftJoin(profiles, eq(profiles.personId, completions.personId))
    .leftJoin(credits, eq(credits.completionId, completions.id))
    .leftJoin(certificates, eq(certificates.creditId, credits.id))
    .where(and(matching(filter), beyond ?? undefined))
    .orderBy(desc(completions.completedOn), desc(completions.id))
    .limit(limit);
}

/** How many completions a filter finds, and the quarter credits that were claimed for them. */
export async function selectCompletionTotals(
  db: Executor,
  filter: CompletionFilter
): Promise<CompletionTotals> {
  const [row] = await db
    .select({ completions: count(), quarterCredits: sum(credits.quarterCredits) })
    .from(completions)
    .innerJoin(activityVersions, eq(activityVersions.id, completions.activityVersionId))
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .leftJoin(profiles, eq(profiles.personId, completions.personId))
    .leftJoin(credits, eq(credits.completionId, completions.id))
    .where(matching(filter));
  return { completions: row?.completions ?? 0, quarterCredits: Number(row?.quarterCredits ?? 0) };
}

/** Every activity that was published, with the title of its latest version, for the filter. */
export async function listReportActivities(db: Executor): Promise<{ id: string; label: string }[]> {
  return db
    .selectDistinctOn([activities.slug], { id: activities.slug, label: activityVersions.title })
    .from(activities)
    .innerJoin(activityVersions, eq(activityVersions.activityId, activities.id))
    .where(sql`${activityVersions.publishedAt} is not null`)
    .orderBy(asc(activities.slug), desc(activityVersions.publishedAt));
}
