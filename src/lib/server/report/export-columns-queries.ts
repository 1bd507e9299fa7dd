import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { CompletionColumn } from '#lib/domain/report/completion-columns.ts';
import { creditRules } from '../db/schema/accreditation.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';
import { attempts } from '../db/schema/attempt.ts';
import { certificates } from '../db/schema/certificate.ts';
import { completions, credits, reportingIdentifiers } from '../db/schema/credit.ts';
import { people, profiles } from '../db/schema/identity.ts';
import { reportStandings } from '../db/schema/report-submission.ts';
import { completionSummaries } from '../db/schema/report-summary.ts';
import { dayRevoked, quarterCreditsThatCount } from './queries.ts';

/** What a cell is. `text` was typed by a person and needs the guard in CSV; `code` was made by the program. */
type CellKind = 'text' | 'code' | 'number' | 'date';

/** A column as the database has it, without any guard. */
type ExportColumn = { kind: CellKind; value: SQL | AnyColumn; width: number };

const column = (kind: CellKind, width: number, value: SQL | AnyColumn): ExportColumn => ({
  kind,
  width,
  value
});

const standings = sql`(select string_agg(${reportStandings.report} || ':' || ${reportStandings.state}, ' '
  order by ${reportStandings.report}) from ${reportStandings}
  where ${reportStandings.completionId} = ${completions.id})`;

/** The columns of the report by their names; see domain/report/completion-columns.ts for the order. */
export const EXPORT_COLUMNS: Record<CompletionColumn, ExportColumn> = {
  completion_id: column('code', 36, completions.id),
  completed_on: column('date', 12, completions.completedOn),
  given_name: column('text', 18, profiles.givenName),
  family_name: column('text', 18, profiles.familyName),
  credentials: column('text', 12, profiles.credentials),
  name_on_certificate: column('text', 28, sql`${certificates.document} ->> 'holder'`),
  email: column('text', 28, people.email),
  profession: column('text', 20, profiles.profession),
  specialty: column('text', 20, profiles.specialty),
  country: column('text', 8, profiles.country),
  npi: column('text', 12, profiles.npi),
  activity: column('text', 28, activities.slug),
  activity_title: column('text', 50, activityVersions.title),
  activity_version: column('text', 10, activityVersions.version),
  items_correct: column('number', 12, attempts.itemsCorrect),
  items_total: column('number', 12, sql`${attempts.itemsTotal} - ${attempts.itemsDropped}`),
  // Credit is kept in quarters: 0.25, 0.5, 1, without zeros behind.
  credit: column('number', 8, sql`trim_scale(${quarterCreditsThatCount} / 4.0)`),
  claimed_on: column('date', 12, sql`to_char(${credits.claimedAt} at time zone 'UTC', 'YYYY-MM-DD')`),
  certificate_id: column('code', 36, certificates.id),
  verification_code: column('code', 18, certificates.code),
  revoked_on: column('date', 12, dayRevoked),
  score_percent: column('number', 12, completionSummaries.scorePercent),
  credit_type: column('text', 28, sql`${creditRules.rule} ->> 'name'`),
  licence_state: column('text', 12, reportingIdentifiers.licenceState),
  licence_number: column('text', 16, reportingIdentifiers.licenceNumber),
  reporting: column('text', 28, standings)
};
