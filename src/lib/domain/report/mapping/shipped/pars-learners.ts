import type { MappedColumn, ReportMapping, ShippedMapping } from '../report-mapping.ts';
import { column, fixed } from './column.ts';

const CERTIFICATE = 'Activity.Module.CreditCertificate[0]';

/** Seven and nine digits, zeros in front included: text, never numbers. */
const PROVIDER_ID = { form: String.raw`\d{7}` };
const ACTIVITY_ID = { form: String.raw`\d{9}` };

const OPEN =
  'To be confirmed by the provider: the standing of the draft schema with ACCME, activityCertification of learner credits, how a birth day without its year is sent, noon as the time of a completion (the schema wants a time; noon is the same day in every zone of the US), the domain of license numbers and of credit ids. Check it against the current ACCME template before the first file.';

/** The record of a learner by the draft schema; `ids` are what finds the learner, `credit` what was received. */
function learnerColumns(ids: MappedColumn[], credit: MappedColumn[]): MappedColumn[] {
  return [
    column('ReportingOrganization', 'provider_name'),
    column('Member.Name.GivenName', 'given_name', { longest: 100 }),
    column('Member.Name.FamilyName', 'family_name', { longest: 100 }),
    column('Member.PersonalInfo.BirthDate', 'birth_day', { transform: { kind: 'date', pattern: 'MM-DD' } }),
    column('Activity.ProviderOrganization', 'provider_id', PROVIDER_ID),
    column('Activity.Module.ModuleName.value', 'activity_title', { longest: 500 }),
    column('Activity.Module.ModuleName.moduleID', 'accme_activity_id', ACTIVITY_ID),
    fixed('Activity.Module.Status', 'Completed'),
    column('Activity.Module.CompletedDateTime', 'completed_on', {
      transform: { kind: 'date', pattern: 'YYYY-MM-DDT12:00:00' }
    }),
    ...ids,
    ...credit,
    column(`${CERTIFICATE}.CreditID`, 'record_id', { form: 'ccid:[^:]+:[^:]+', longest: 300 }),
    column('XtensibleInfo.ProviderID', 'pars_service_id'),
    column('XtensibleInfo.LearnerRecordAction', 'record_action')
  ];
}

const received = (certification: string, amount: MappedColumn): MappedColumn[] => [
  fixed(`${CERTIFICATE}.CreditReceived.activityCertification`, certification),
  fixed(`${CERTIFICATE}.CreditReceived.creditUnit`, 'Point'),
  amount
];

const JSON_FILE: Pick<
  ReportMapping,
  'subject' | 'layout' | 'hasHeader' | 'characters' | 'window' | 'professions' | 'envelope'
> = {
  subject: 'completion',
  layout: 'json',
  hasHeader: false,
  characters: 'any',
  window: 'two-years',
  professions: ['physician'],
  envelope: {
    records: 'ACCMELearnerReports.ActivityReports.ActivityReport',
    createdAt: 'ACCMELearnerReports.ActivityReports.DateTimeCreated'
  }
};

const AMOUNT = `${CERTIFICATE}.CreditReceived.numberOfCredits`;

const LICENCE_AND_NPI: MappedColumn[] = [
  column(`${CERTIFICATE}.UniqueID[0].value`, 'licence_number', { longest: 30 }),
  column(`${CERTIFICATE}.UniqueID[0].domain`, 'licence_state', { form: '[A-Z]{2}' }),
  column(`${CERTIFICATE}.UniqueID[1].value`, 'npi', { required: false }),
  fixed(`${CERTIFICATE}.UniqueID[1].domain`, 'NPI', 'npi')
];

const BOARD_ID: MappedColumn[] = [
  column(`${CERTIFICATE}.UniqueID[0].value`, 'board_id'),
  fixed(`${CERTIFICATE}.UniqueID[0].domain`, 'ABIM')
];

/** Learner records of PARS as JSON: AMA PRA credit for state boards, and MOC points of ABIM. */
export const PARS_LEARNERS: ShippedMapping[] = [
  {
    key: 'pars-learners',
    version: 1,
    mapping: {
      ...JSON_FILE,
      title: 'PARS learner records (JSON)',
      report: 'pars',
      columns: learnerColumns(
        LICENCE_AND_NPI,
        received('AMA PRA Category 1', column(AMOUNT, 'credit', { cell: 'number' }))
      ),
      source: `ACCME, PARS (accme.org/learner-credit-data); draft learner schema v0.5 of 2025-05-27. ${OPEN}`
    }
  },
  {
    key: 'abim-moc',
    version: 1,
    mapping: {
      ...JSON_FILE,
      title: 'ABIM MOC points through PARS (JSON)',
      report: 'abim-moc',
      columns: learnerColumns(
        BOARD_ID,
        received('ABIM MOC', column(AMOUNT, 'moc_points', { cell: 'number' }))
      ),
      source: `ACCME, PARS (accme.org/learner-credit-data, accme.org/abim-moc); draft learner schema v0.5 of 2025-05-27, domain ABIM. ${OPEN}`
    }
  }
];
