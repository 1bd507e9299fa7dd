import { and, asc, count, desc, eq, gte, lte, sql, sum, type SQL } from 'drizzle-orm';
import type { CompletionCursor } from '#lib/domain/report/completion-cursor.ts';
import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import type { CompletionTotals } from '#lib/domain/report/completion-row.ts';
import { documentStands } from '../certificate/standing-queries.ts';
import { creditStands } from '../credit/standing-queries.ts';
import type { Executor } from '../db/index.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';
import { attempts } from '../db/schema/attempt.ts';
import { certificateRevocations, certificates } from '../db/schema/certificate.ts';
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

/** The day (UTC) on which the document was revoked, or null; the query joins revocations. */
export const dayRevoked = sql<
  string | null
>`to_char(${certificateRevocations.revokedAt} at time zone 'UTC', 'YYYY-MM-DD')`;

/** What was awarded and not revoked; the query joins credits and revocations. */
export const quarterCreditsThatCount = sql<
  number | null
>`case when ${certificateRevocations.certificateId} is null then ${credits.quarterCredits} end`;

const rowColumns = {
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
  certificateId: certificates.id,
  revokedOn: dayRevoked
};

/** A page of completions, the latest first, each with the document that stands. */
export async function listCompletionRows(db: Executor, { filter, after, limit }: CompletionPage) {
  const beyond =
    after && sql`(${completions.completedOn}, ${completions.id}) < (${after.completedOn}, ${after.id})`;
  return db
    .select(rowColumns)
    .from(completions)
    .innerJoin(activityVersions, eq(activityVersions.id, completions.activityVersionId))
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .innerJoin(attempts, eq(attempts.id, completions.attemptId))
    .leftJoin(profiles, eq(profiles.personId, completions.personId))
    .leftJoin(credits, and(eq(credits.completionId, completions.id), creditStands))
    .leftJoin(certificates, and(eq(certificates.creditId, credits.id), documentStands))
    .leftJoin(certificateRevocations, eq(certificateRevocations.certificateId, certificates.id))
    .where(and(matching(filter), beyond ?? undefined))
    .orderBy(desc(completions.completedOn), desc(completions.id))
    .limit(limit);
}

/** How many completions a filter finds, and the quarter credits that count for them: what was revoked does not. */
export async function selectCompletionTotals(
  db: Executor,
  filter: CompletionFilter
): Promise<CompletionTotals> {
  const [row] = await db
    .select({ completions: count(), quarterCredits: sum(quarterCreditsThatCount) })
    .from(completions)
    .innerJoin(activityVersions, eq(activityVersions.id, completions.activityVersionId))
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .leftJoin(profiles, eq(profiles.personId, completions.personId))
    .leftJoin(credits, and(eq(credits.completionId, completions.id), creditStands))
    .leftJoin(certificates, and(eq(certificates.creditId, credits.id), documentStands))
    .leftJoin(certificateRevocations, eq(certificateRevocations.certificateId, certificates.id))
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
