import { and, asc, count, desc, eq, sql, sum, type SQL } from 'drizzle-orm';
import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import type { CompletionTotals } from '#lib/domain/report/completion-row.ts';
import type { CompletionSort } from '#lib/domain/report/completion-sort.ts';
import { documentStands } from '../certificate/standing-queries.ts';
import { creditStands } from '../credit/standing-queries.ts';
import type { Executor } from '../db/index.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';
import { attempts } from '../db/schema/attempt.ts';
import { certificateRevocations, certificates } from '../db/schema/certificate.ts';
import { completions, credits } from '../db/schema/credit.ts';
import { profiles } from '../db/schema/identity.ts';
import { completionSummaries } from '../db/schema/report-summary.ts';
import { matching } from './matching-queries.ts';

const summary = completionSummaries;

/** Where a completion stands in each order. */
export type CompletionKey = { id: string; completed: string; name: string; score: number };

/** A page in the direction of `sort`, beginning beyond `beyond`; null: at its end of the list. */
export type CompletionPage = {
  filter: CompletionFilter;
  sort: CompletionSort;
  beyond: CompletionKey | null;
  limit: number;
};

const KEYS = { completed: summary.completedOn, name: summary.sortName, score: summary.scorePercent };

/** Where a completion stands, or null where there is none of that id. */
export async function selectOptionalKey(db: Executor, id: string): Promise<CompletionKey | null> {
  const [row] = await db
    .select({ id: summary.completionId, ...KEYS })
    .from(summary)
    .where(eq(summary.completionId, id));
  return row ?? null;
}

/** The ids of a page, by an index of the order: the thousandth page costs what the first does. */
function pageOf(db: Executor, { filter, sort, beyond, limit }: CompletionPage) {
  const [key, direction] = [KEYS[sort.by], sort.descending ? desc : asc];
  const here = sql`(${key}, ${summary.completionId})`;
  const there = beyond && sql`(${beyond[sort.by]}, ${beyond.id})`;
  const reached = there && (sort.descending ? sql`${here} < ${there}` : sql`${here} > ${there}`);
  return db
    .select({ id: summary.completionId, key: key.getSQL().as('page_key') })
    .from(summary)
    .where(and(matching(filter), reached ?? undefined))
    .orderBy(direction(key), direction(summary.completionId))
    .limit(limit)
    .as('page');
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
  itemsCounted: sql<number>`${attempts.itemsTotal} - ${attempts.itemsDropped}`,
  quarterCredits: credits.quarterCredits,
  certificateId: certificates.id,
  revokedOn: dayRevoked
};

/** A page of completions in the order of `sort`, each with the document that stands. */
export async function listCompletionRows(db: Executor, page: CompletionPage) {
  const found = pageOf(db, page);
  const direction = page.sort.descending ? desc : asc;
  return db
    .select(rowColumns)
    .from(found)
    .innerJoin(completions, eq(completions.id, found.id))
    .innerJoin(activityVersions, eq(activityVersions.id, completions.activityVersionId))
    .innerJoin(attempts, eq(attempts.id, completions.attemptId))
    .leftJoin(profiles, eq(profiles.personId, completions.personId))
    .leftJoin(credits, and(eq(credits.completionId, completions.id), creditStands))
    .leftJoin(certificates, and(eq(certificates.creditId, credits.id), documentStands))
    .leftJoin(certificateRevocations, eq(certificateRevocations.certificateId, certificates.id))
    .orderBy(direction(found.key), direction(found.id));
}

/** How many completions a filter finds, and the quarter credits that count for them: what was revoked does not. */
export async function selectCompletionTotals(
  db: Executor,
  filter: CompletionFilter
): Promise<CompletionTotals> {
  const counting: SQL<number> = sql`case when not ${summary.isRevoked} then ${summary.quarterCredits} end`;
  const [row] = await db
    .select({ completions: count(), quarterCredits: sum(counting) })
    .from(summary)
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
