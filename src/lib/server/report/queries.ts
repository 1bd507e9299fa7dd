import { and, asc, count, desc, eq, sql, sum } from 'drizzle-orm';
import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import type { CompletionTotals } from '#lib/domain/report/completion-row.ts';
import type { CompletionSort } from '#lib/domain/report/completion-sort.ts';
import { documentStands } from '../certificate/standing-queries.ts';
import { creditStands } from '../credit/standing-queries.ts';
import type { Executor } from '../db/index.ts';
import { creditRules } from '../db/schema/accreditation.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';
import { attempts } from '../db/schema/attempt.ts';
import { certificateRevocations, certificates } from '../db/schema/certificate.ts';
import { completions, credits, reportingIdentifiers } from '../db/schema/credit.ts';
import { people, profiles } from '../db/schema/identity.ts';
import { reportStandings } from '../db/schema/report-submission.ts';
import { completionSummaries } from '../db/schema/report-summary.ts';
import { matching, type NamedIds } from './matching-queries.ts';

const summary = completionSummaries;

/** Where a completion stands in each order. */
export type CompletionKey = { id: string; completed: string; name: string; score: number };

/** Which completions: the filter, with the ids of what it names. */
export type Which = { filter: CompletionFilter; ids: NamedIds };

/** A page in the direction of `sort`, beginning beyond `beyond`; null: at its end of the list. */
export type CompletionPage = Which & {
  sort: CompletionSort;
  beyond: CompletionKey | null;
  limit: number;
  /** At most so many are found, which are gathered and sorted; null: many, which are met soon on the way along an index. */
  few: number | null;
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

/** The ids of a page: the thousandth costs what the first does. */
export function pageOf(db: Executor, { filter, ids, sort, beyond, limit, few }: CompletionPage) {
  const [key, direction] = [KEYS[sort.by], sort.descending ? desc : asc];
  const here = sql`(${key}, ${summary.completionId})`;
  const there = beyond && sql`(${beyond[sort.by]}, ${beyond.id})`;
  const reached = there && (sort.descending ? sql`${here} < ${there}` : sql`${here} > ${there}`);
  const found = db
    .select({ id: summary.completionId, key: key.getSQL().as('page_key') })
    .from(summary)
    .where(and(matching(filter, ids), reached ?? undefined));
  if (few === null)
    return found.orderBy(direction(key), direction(summary.completionId)).limit(limit).as('page');
  // The inner limit keeps the database from going along the index of the order, past all that is not found.
  const gathered = found.limit(few).as('gathered');
  return db
    .select({ id: gathered.id, key: sql<string>`${gathered.key}`.as('page_key') })
    .from(gathered)
    .orderBy(direction(gathered.key), direction(gathered.id))
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

/** How a completion stands with each report that it was sent to, e.g. `abim-moc:rejected pars:accepted`. */
const standings = sql<string | null>`(
  select string_agg(${reportStandings.report} || ':' || ${reportStandings.state}, ' ' order by ${reportStandings.report})
  from ${reportStandings} where ${reportStandings.completionId} = ${completions.id})`;

const recordColumns = {
  completion_id: completions.id,
  person_id: completions.personId,
  completed_on: completions.completedOn,
  given_name: profiles.givenName,
  family_name: profiles.familyName,
  credentials: profiles.credentials,
  name_on_certificate: sql<string | null>`${certificates.document} ->> 'holder'`,
  email: people.email,
  profession: profiles.profession,
  specialty: profiles.specialty,
  country: profiles.country,
  npi: profiles.npi,
  activity: activities.slug,
  activity_title: activityVersions.title,
  activity_version: activityVersions.version,
  items_correct: attempts.itemsCorrect,
  items_total: sql<number>`${attempts.itemsTotal} - ${attempts.itemsDropped}`,
  quarter_credits: credits.quarterCredits,
  claimed_on: sql<string | null>`to_char(${credits.claimedAt} at time zone 'UTC', 'YYYY-MM-DD')`,
  certificate_id: certificates.id,
  verification_code: certificates.code,
  revoked_on: dayRevoked,
  score_percent: summary.scorePercent,
  credit_type: sql<string | null>`${creditRules.rule} ->> 'name'`,
  licence_state: reportingIdentifiers.licenceState,
  licence_number: reportingIdentifiers.licenceNumber,
  reporting: standings
};

/** A page of completions in the order of `sort`, each with the document that stands. */
export function listCompletionRows(db: Executor, page: CompletionPage) {
  const found = pageOf(db, page);
  const direction = page.sort.descending ? desc : asc;
  return db
    .select(recordColumns)
    .from(found)
    .innerJoin(completions, eq(completions.id, found.id))
    .innerJoin(summary, eq(summary.completionId, found.id))
    .innerJoin(people, eq(people.id, completions.personId))
    .innerJoin(activityVersions, eq(activityVersions.id, completions.activityVersionId))
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .innerJoin(attempts, eq(attempts.id, completions.attemptId))
    .leftJoin(profiles, eq(profiles.personId, completions.personId))
    .leftJoin(reportingIdentifiers, eq(reportingIdentifiers.personId, completions.personId))
    .leftJoin(credits, and(eq(credits.completionId, completions.id), creditStands))
    .leftJoin(creditRules, eq(creditRules.id, credits.creditRuleId))
    .leftJoin(certificates, and(eq(certificates.creditId, credits.id), documentStands))
    .leftJoin(certificateRevocations, eq(certificateRevocations.certificateId, certificates.id))
    .orderBy(direction(found.key), direction(found.id));
}

/**
 * How many completions a filter finds, and the quarter credits that count for them: what was revoked does not. Counting
 * stops above `atMost`; null: it goes on to the end.
 */
export async function selectCompletionTotals(
  db: Executor,
  { filter, ids, atMost }: Which & { atMost: number | null }
): Promise<CompletionTotals> {
  const rows = db
    .select({
      counting: sql<number>`case when not ${summary.isRevoked} then ${summary.quarterCredits} end`.as(
        'counting'
      )
    })
    .from(summary)
    .where(matching(filter, ids));
  const counted = (atMost === null ? rows : rows.limit(atMost + 1)).as('counted');
  const [row] = await db
    .select({ completions: count(), quarterCredits: sum(counted.counting) })
    .from(counted);
  const completions = row?.completions ?? 0;
  const isAll = atMost === null || completions <= atMost;
  return {
    completions: isAll ? completions : atMost,
    quarterCredits: Number(row?.quarterCredits ?? 0),
    isAll
  };
}
