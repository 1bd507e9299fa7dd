import { mocPoints, reportsOfCredit } from '#lib/domain/report/mapping/reports-of-credit.ts';
import type { FieldValues } from '#lib/domain/report/mapping/report-mapping.ts';
import type { ReportNumbers } from '#lib/domain/report/mapping/report-numbers.ts';
import type { CompletionRecord } from '#lib/domain/report/mapping/report-record.ts';
import type { ReportContext } from './read-report-context.ts';
import type { RecordRow } from './record-queries.ts';

const twoDigits = (value: number) => String(value).padStart(2, '0');

const birthDayOf = ({ birthMonth, birthDay }: RecordRow) =>
  birthMonth === null || birthDay === null ? null : `${twoDigits(birthMonth)}-${twoDigits(birthDay)}`;

/** The id of an awarded credit for good (PARS: `^ccid:[^:]+:[^:]+$`, cme-rules.md §2.2). */
const recordIdOf = ({ creditId }: RecordRow) => (creditId === null ? '' : `ccid:footnote:${creditId}`);

const uanOf = (numbers: ReportNumbers, profession: string) =>
  numbers[profession === 'pharmacy-technician' ? 'uan-technician' : 'uan-pharmacist'];

/** What the provider says of itself, and of the activity: the same in every record. */
export function sharedValues(
  context: ReportContext,
  {
    activityId,
    activityVersionId,
    profession
  }: Pick<RecordRow, 'activityId' | 'activityVersionId' | 'profession'>
): FieldValues {
  const { provider } = context;
  const own = context.numbers.get(null) ?? {};
  const numbers = context.numbers.get(activityId) ?? {};
  const version = context.versions.get(activityVersionId);
  return {
    activity_id: activityId,
    activity_title: version?.title ?? null,
    activity_version: version?.version ?? null,
    activity_format: version?.format ?? null,
    release_date: version?.releaseDate ?? null,
    expiry_date: version?.expiryDate ?? null,
    provider_name: provider?.name ?? null,
    provider_id: provider?.accreditorId ?? null,
    providership: provider?.mode ?? null,
    joint_providers: provider?.jointProviders ?? null,
    pars_service_id: own['pars-service-id'] ?? null,
    ce_broker_provider: own['ce-broker-provider'] ?? null,
    accme_activity_id: numbers['accme-activity-id'] ?? null,
    uan: uanOf(numbers, profession) ?? null,
    ce_broker_course: numbers['ce-broker-course'] ?? null
  };
}

function ownValues(row: RecordRow): FieldValues {
  return {
    record_action: 'add',
    record_id: recordIdOf(row),
    completion_id: row.completionId,
    completed_on: row.completedOn,
    given_name: row.givenName,
    family_name: row.familyName,
    credentials: row.credentials,
    profession: row.profession,
    specialty: row.specialty,
    country: row.country,
    npi: row.npi,
    licence_state: row.licenceState,
    licence_number: row.licenceNumber,
    board_id: row.boardId,
    birth_day: birthDayOf(row),
    nabp_id: row.nabpId
  };
}

function creditValues(row: RecordRow, context: ReportContext): FieldValues {
  const rule = row.creditRuleId === null ? undefined : context.rules.get(row.creditRuleId);
  const quarters = row.quarterCredits;
  if (quarters === null) return {};
  return {
    credit: quarters / 4,
    // 0.1 CEU is a contact hour (cme-rules.md §1.5); whole thousandths.
    ceu: (quarters * 25) / 1000,
    moc_points: mocPoints(quarters, context.offers.get(row.activityVersionId) ?? []),
    credit_type: rule?.key ?? null,
    credit_name: rule?.rule.name ?? null
  };
}

const standingOf = ({ state, submissionId, sentRecordId }: RecordRow): CompletionRecord['standing'] =>
  state && submissionId ? { state, submissionId, recordId: sentRecordId ?? '' } : null;

/** A row of the database as the rules judge it. */
export function toRecord(row: RecordRow, context: ReportContext): CompletionRecord {
  const rule = row.creditRuleId === null ? undefined : context.rules.get(row.creditRuleId);
  const version = context.versions.get(row.activityVersionId);
  const offers = context.offers.get(row.activityVersionId) ?? [];
  return {
    completionId: row.completionId,
    personId: row.personId,
    activityId: row.activityId,
    certificateId: row.certificateId,
    completedOn: row.completedOn,
    activityTitle: version?.title ?? '',
    profession: row.profession,
    isDemonstration: version?.mode !== 'accredited',
    isRevoked: row.isRevoked,
    isClaimed: row.quarterCredits !== null,
    hasRule: rule !== undefined,
    reports: rule ? reportsOfCredit(rule, offers, row.profession) : [],
    isPermitted: row.isPermitted,
    standing: standingOf(row),
    recordId: recordIdOf(row),
    values: { ...sharedValues(context, row), ...ownValues(row), ...creditValues(row, context) }
  };
}
