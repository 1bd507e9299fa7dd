import { and, asc, count, desc, eq, inArray, sql, sum, type SQL } from 'drizzle-orm';
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
  /** Which they are, where that is known already; null: they are met soon on the way along an index. */
  only: readonly string[] | null;
};

const KEYS = { completed: summary.completedOn, name: summary.sortName, score: summary.scorePercent };

/** What counts of the credit: what was revoked does not. */
const counting = sql<number>`case when not ${summary.isRevoked} then ${summary.quarterCredits} end`;

/** Where a completion stands, or null where there is none of that id. */
export async function selectOptionalKey(db: Executor, id: string): Promise<CompletionKey | null> {
  const [row] = await db
    .select({ id: summary.completionId, ...KEYS })
    .from(summary)
    .where(eq(summary.completionId, id));
  return row ?? null;
}

/** What lies beyond a completion in a direction. */
function beyondOf(
  { sort, beyond }: Pick<CompletionPage, 'sort' | 'beyond'>,
  key: SQL,
  id: SQL
): SQL | undefined {
  if (beyond === null) return undefined;
  const there = sql`(${beyond[sort.by]}, ${beyond.id})`;
  return sort.descending ? sql`(${key}, ${id}) < ${there}` : sql`(${key}, ${id}) > ${there}`;
}

/** The ids of a page: the thousandth costs what the first does. */
export function pageOf(db: Executor, { filter, ids, sort, beyond, limit, only }: CompletionPage) {
  const [key, direction] = [KEYS[sort.by], sort.descending ? desc : asc];
  const found = db.select({ id: summary.completionId, key: key.getSQL().as('page_key') }).from(summary);
  if (only !== null) return found.where(inArray(summary.completionId, [...only])).as('page');
  const reached = beyondOf({ sort, beyond }, key.getSQL(), summary.completionId.getSQL());
  return found
    .where(and(matching(filter, ids), reached))
    .orderBy(direction(key), direction(summary.completionId))
    .limit(limit)
    .as('page');
}

type Gathering = Omit<CompletionPage, 'only'> & { atMost: number };

/** All that a filter finds, read once, up to one above `atMost`: how many, their credit, and the ids of the page. */
export function gathering(db: Executor, { filter, ids, sort, beyond, limit, atMost }: Gathering): SQL {
  const [key, direction] = [KEYS[sort.by].getSQL(), sort.descending ? sql`desc` : sql`asc`];
  const rows = db
    .select({ id: summary.completionId, key: key.as('page_key'), counting: counting.as('counting') })
    .from(summary)
    .where(matching(filter, ids))
    .limit(atMost + 1);
  const reached = beyondOf({ sort, beyond }, sql`page_key`, sql`completion_id`) ?? sql`true`;
  return sql`with gathered as materialized (${rows})
    select completions, quarter_credits, array(select completion_id from gathered where ${reached}
      order by page_key ${direction}, completion_id ${direction} limit ${limit}) as ids
    from (select count(*)::int as completions, sum(counting)::int as quarter_credits from gathered) totals`;
}

/** What `gathering` finds. Of a filter that finds more than `atMost`, `ids` are any of them. */
export async function selectGathered(
  db: Executor,
  which: Gathering
): Promise<{ totals: CompletionTotals; ids: string[] }> {
  const columns = {
    completions: sql<number>`completions`,
    quarterCredits: sql<number | null>`quarter_credits`,
    // As JSON, which both drivers read alike.
    ids: sql<string[]>`to_jsonb(ids)`
  };
  const [row] = await db.select(columns).from(sql`(${gathering(db, which)}) gathered_page`);
  const { completions = 0, quarterCredits = 0, ids = [] } = row ?? {};
  const isAll = completions <= which.atMost;
  return {
    totals: { completions: isAll ? completions : which.atMost, quarterCredits: quarterCredits ?? 0, isAll },
    ids
  };
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

/** How many completions a filter finds, counted to the end, and the quarter credits that count for them. */
export async function selectCompletionTotals(
  db: Executor,
  { filter, ids }: Which
): Promise<CompletionTotals> {
  const [row] = await db
    .select({ completions: count(), quarterCredits: sum(counting) })
    .from(summary)
    .where(matching(filter, ids));
  return {
    completions: row?.completions ?? 0,
    quarterCredits: Number(row?.quarterCredits ?? 0),
    isAll: true
  };
}
