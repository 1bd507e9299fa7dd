import { and, asc, eq, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
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
import { matching } from './matching-queries.ts';
import { dayRevoked, quarterCreditsThatCount } from './queries.ts';

/** The last row of a page; the next page begins after it. */
export type ExportCursor = { completedOn: string; id: string };

/** `after` is the last row of the page before it, null for the first page. */
type ExportPage = { filter: CompletionFilter; after: ExportCursor | null; limit: number };

/** Text that no spreadsheet takes for a formula: the SQL twin of `guardCell` in domain/report/guard-cell.ts. */
function guarded(text: AnyColumn | SQL): SQL<string | null> {
  return sql`case when ${text} ~ E'^''*[=+@\\t\\r\\n-]' then '''' || ${text} else ${text} end`;
}

const holder = sql`(${certificates.document} ->> 'holder')`;

/** The columns of the report by their names; see domain/report/completion-columns.ts for the order. */
const columns = {
  completion_id: completions.id,
  completed_on: completions.completedOn,
  given_name: guarded(profiles.givenName),
  family_name: guarded(profiles.familyName),
  credentials: guarded(profiles.credentials),
  name_on_certificate: guarded(holder),
  email: guarded(people.email),
  profession: guarded(profiles.profession),
  specialty: guarded(profiles.specialty),
  country: profiles.country,
  npi: profiles.npi,
  activity: guarded(activities.slug),
  activity_title: guarded(activityVersions.title),
  activity_version: guarded(activityVersions.version),
  items_correct: attempts.itemsCorrect,
  items_total: sql<number>`${attempts.itemsTotal} - ${attempts.itemsDropped}`,
  quarter_credits: quarterCreditsThatCount,
  claimed_on: sql<string | null>`to_char(${credits.claimedAt} at time zone 'UTC', 'YYYY-MM-DD')`,
  certificate_id: certificates.id,
  verification_code: certificates.code,
  revoked_on: dayRevoked,
  score_percent: completionSummaries.scorePercent,
  credit_type: guarded(sql`(${creditRules.rule} ->> 'name')`),
  licence_state: reportingIdentifiers.licenceState,
  licence_number: guarded(reportingIdentifiers.licenceNumber),
  reporting: sql<
    string | null
  >`(select string_agg(${reportStandings.report} || ':' || ${reportStandings.state}, ' '
    order by ${reportStandings.report}) from ${reportStandings}
    where ${reportStandings.completionId} = ${completions.id})`
};

/** A page of the export, the earliest completion first, each with the document that stands; a revoked one has no credit. */
export async function listExportRows(db: Executor, { filter, after, limit }: ExportPage) {
  const beyond =
    after && sql`(${completions.completedOn}, ${completions.id}) > (${after.completedOn}, ${after.id})`;
  return db
    .select(columns)
    .from(completions)
    .innerJoin(completionSummaries, eq(completionSummaries.completionId, completions.id))
    .innerJoin(activityVersions, eq(activityVersions.id, completions.activityVersionId))
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .innerJoin(people, eq(people.id, completions.personId))
    .innerJoin(attempts, eq(attempts.id, completions.attemptId))
    .leftJoin(profiles, eq(profiles.personId, completions.personId))
    .leftJoin(reportingIdentifiers, eq(reportingIdentifiers.personId, completions.personId))
    .leftJoin(credits, and(eq(credits.completionId, completions.id), creditStands))
    .leftJoin(creditRules, eq(creditRules.id, credits.creditRuleId))
    .leftJoin(certificates, and(eq(certificates.creditId, credits.id), documentStands))
    .leftJoin(certificateRevocations, eq(certificateRevocations.certificateId, certificates.id))
    .where(and(matching(filter), beyond ?? undefined))
    .orderBy(asc(completions.completedOn), asc(completions.id))
    .limit(limit);
}
