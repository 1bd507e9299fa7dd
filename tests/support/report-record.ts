import type { FieldValues, ReportMapping } from '#lib/domain/report/mapping/report-mapping.ts';
import type { CompletionRecord } from '#lib/domain/report/mapping/report-record.ts';
import { SHIPPED_MAPPINGS } from '#lib/domain/report/mapping/shipped/shipped-mappings.ts';

/** A mapping that the program brings. */
export const shipped = (key: string): ReportMapping => {
  const found = SHIPPED_MAPPINGS.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found.mapping;
};

/** Values that every shipped mapping takes, each for its profession. */
const VALUES: FieldValues = {
  record_action: 'add',
  record_id: 'ccid:0001234:c1',
  completed_on: '2026-11-20',
  credit_name: 'AMA',
  activity_version: '1',
  given_name: 'Ada',
  family_name: 'Åkesson',
  country: 'US',
  profession: 'physician',
  npi: '1234567893',
  licence_state: 'FL',
  licence_number: 'ME 12345',
  board_id: '012345',
  birth_day: '02-29',
  nabp_id: '0123456',
  credit: 0.5,
  ceu: 0.05,
  moc_points: 0.5,
  activity_id: 'a1',
  activity_title: 'Resistance',
  accme_activity_id: '000123456',
  uan: '0123-0000-26-001-H01-P',
  provider_name: 'Example University',
  provider_id: '0001234',
  pars_service_id: 'ws-1',
  ce_broker_provider: '1234',
  ce_broker_course: '5678'
};

/** A completion that is ready for the files of physicians. */
export const RECORD: CompletionRecord = {
  completionId: 'c1',
  personId: 'p1',
  activityId: 'a1',
  certificateId: 'd1',
  completedOn: '2026-11-20',
  activityTitle: 'Resistance',
  profession: 'physician',
  isDemonstration: false,
  isRevoked: false,
  isClaimed: true,
  hasRule: true,
  reports: ['pars', 'abim-moc', 'ce-broker', 'cpe-monitor'],
  isPermitted: true,
  standing: null,
  recordId: 'ccid:0001234:c1',
  values: VALUES
};

/** What is different in a record. */
export type Change = Partial<CompletionRecord>;

/** A nurse's completion. */
export const nurse = (values: FieldValues = {}): Change => ({
  profession: 'nurse',
  values: { ...VALUES, profession: 'nurse', licence_number: 'RN 12345', ...values }
});
/** A pharmacist's completion. */
export const pharmacist = (values: FieldValues = {}): Change => ({
  profession: 'pharmacist',
  values: { ...VALUES, uan: '0123-0000-26-001-H01-01-P', profession: 'pharmacist', ...values }
});
/** With other values. */
export const holding = (values: FieldValues): Change => ({ values: { ...VALUES, ...values } });
/** Sent before. */
export const sentAs = (
  state: 'submitted' | 'accepted' | 'rejected' | 'deleting' | 'deleted',
  recordId = RECORD.recordId
): Change => ({
  standing: { state, submissionId: 's1', recordId }
});
