import { and, asc, eq, sql } from 'drizzle-orm';
import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import { documentStands } from '../../certificate/standing-queries.ts';
import { creditStands } from '../../credit/standing-queries.ts';
import type { Executor } from '../../db/index.ts';
import { certificates } from '../../db/schema/certificate.ts';
import { credits, reportingIdentifiers, reportingPermissions } from '../../db/schema/credit.ts';
import { profiles } from '../../db/schema/identity.ts';
import { reportStandings, reportSubmissionRows } from '../../db/schema/report-submission.ts';
import { completionSummaries } from '../../db/schema/report-summary.ts';
import { matching } from '../matching-queries.ts';

const summary = completionSummaries;

/** A page of the completions that a filter finds, in the order of day and id. `report`: whose standings count. */
export type RecordPage = {
  filter: CompletionFilter;
  report: string;
  after: { completedOn: string; completionId: string } | null;
  limit: number;
};

const columns = {
  completionId: summary.completionId,
  personId: summary.personId,
  activityId: summary.activityId,
  activityVersionId: summary.activityVersionId,
  completedOn: summary.completedOn,
  profession: summary.profession,
  creditRuleId: summary.creditRuleId,
  quarterCredits: summary.quarterCredits,
  isRevoked: summary.isRevoked,
  givenName: profiles.givenName,
  familyName: profiles.familyName,
  credentials: profiles.credentials,
  specialty: profiles.specialty,
  country: profiles.country,
  npi: profiles.npi,
  licenceState: reportingIdentifiers.licenceState,
  licenceNumber: reportingIdentifiers.licenceNumber,
  boardId: reportingIdentifiers.boardId,
  birthMonth: reportingIdentifiers.birthMonth,
  birthDay: reportingIdentifiers.birthDay,
  nabpId: reportingIdentifiers.nabpId,
  creditId: credits.id,
  certificateId: certificates.id,
  state: reportStandings.state,
  submissionId: reportStandings.submissionId,
  sentRecordId: reportSubmissionRows.recordId
};

/** What the learner said last to the report; of two words of the same instant the refusal holds. */
const lastWord = (report: string) => sql<
  boolean | null
>`(select ${reportingPermissions.granted} from ${reportingPermissions}
  where ${reportingPermissions.personId} = ${summary.personId}
    and ${reportingPermissions.activityVersionId} = ${summary.activityVersionId}
    and ${reportingPermissions.report} = ${report}
  order by ${reportingPermissions.recordedAt} desc, ${reportingPermissions.granted} limit 1)`;

/** A page of completions with all that a file can say of them. */
export function listRecordRows(db: Executor, { filter, report, after, limit }: RecordPage) {
  const beyond =
    after &&
    sql`(${summary.completedOn}, ${summary.completionId}) > (${after.completedOn}, ${after.completionId})`;
  return db
    .select({ ...columns, isPermitted: lastWord(report) })
    .from(summary)
    .leftJoin(profiles, eq(profiles.personId, summary.personId))
    .leftJoin(reportingIdentifiers, eq(reportingIdentifiers.personId, summary.personId))
    .leftJoin(credits, and(eq(credits.completionId, summary.completionId), creditStands))
    .leftJoin(certificates, and(eq(certificates.creditId, credits.id), documentStands))
    .leftJoin(
      reportStandings,
      and(eq(reportStandings.completionId, summary.completionId), eq(reportStandings.report, report))
    )
    .leftJoin(
      reportSubmissionRows,
      and(
        eq(reportSubmissionRows.submissionId, reportStandings.submissionId),
        eq(reportSubmissionRows.ordinal, reportStandings.ordinal)
      )
    )
    .where(and(matching(filter), beyond ?? undefined))
    .orderBy(asc(summary.completedOn), asc(summary.completionId))
    .limit(limit);
}

export type RecordRow = Awaited<ReturnType<typeof listRecordRows>>[number];
