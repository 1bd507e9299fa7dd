import { isBirthDay } from '../../identity/birth-day.ts';
import { isAbimId } from '../../identity/board-id.ts';
import { isNabpId } from '../../identity/nabp-id.ts';
import { isNpi } from '../../identity/npi.ts';
import type { FaultKind } from './fault-kinds.ts';

/** Where the value of a field is kept, which is where it is mended. */
export type FieldHome =
  | 'profile'
  | 'identifiers'
  | 'credit'
  | 'provider'
  | 'provider-numbers'
  | 'activity-numbers'
  | 'activity'
  | 'report';

type FieldFacts = {
  id: string;
  label: string;
  of: 'completion' | 'activity' | 'both';
  home: FieldHome;
  /** Tells of a person: masked in a preview until it is shown. */
  personal?: boolean;
  /** The fault where a file needs it and it is empty. */
  missing?: FaultKind;
  /** The form that it has whatever the file is, and the fault where it does not. */
  fits?: (text: string) => boolean;
  wrong?: FaultKind;
};

function isMonthDay(text: string): boolean {
  const [month, day] = text.split('-').map(Number);
  return /^\d{2}-\d{2}$/.test(text) && isBirthDay({ month: month ?? 0, day: day ?? 0 });
}

const RECORD = { of: 'completion', home: 'report' } as const;
const PROFILE = { of: 'completion', home: 'profile' } as const;
const NAME = { ...PROFILE, personal: true } as const;
const IDENTIFIER = { of: 'completion', home: 'identifiers', personal: true } as const;
const CREDIT = { of: 'completion', home: 'credit' } as const;
const ACTIVITY = { of: 'both', home: 'activity' } as const;
const ALONE = { of: 'activity', home: 'activity' } as const;
const COUNTED = { of: 'activity', home: 'report' } as const;
const PROVIDER = { of: 'both', home: 'provider', missing: 'provider-missing' } as const;
const OPTIONAL_PROVIDER = { of: 'both', home: 'provider' } as const;
const NUMBER = { of: 'both', home: 'provider-numbers' } as const;
const ACTIVITY_NUMBER = { of: 'both', home: 'activity-numbers' } as const;

/** Everything that a file for an accreditor can be made of. */
export const REPORT_FIELDS = [
  { id: 'record_action', label: 'Add or delete', ...RECORD },
  { id: 'record_id', label: 'Credit id (ccid)', ...RECORD },
  { id: 'completion_id', label: 'Completion id', ...RECORD },
  { id: 'completed_on', label: 'Day of completion', ...RECORD },
  { id: 'given_name', label: 'Given name', ...NAME, missing: 'given-name-missing' },
  { id: 'family_name', label: 'Family name', ...NAME, missing: 'family-name-missing' },
  { id: 'credentials', label: 'Credentials', ...NAME },
  { id: 'profession', label: 'Profession', ...PROFILE, missing: 'profile-missing' },
  { id: 'specialty', label: 'Specialty', ...PROFILE },
  { id: 'country', label: 'Country', ...PROFILE, missing: 'profile-missing' },
  { id: 'npi', label: 'NPI', ...NAME, missing: 'npi-missing', fits: isNpi, wrong: 'npi-wrong' },
  { id: 'licence_state', label: 'State of licensure', ...IDENTIFIER, missing: 'licence-missing' },
  { id: 'licence_number', label: 'License number', ...IDENTIFIER, missing: 'licence-missing' },
  {
    id: 'board_id',
    label: 'ABIM ID',
    ...IDENTIFIER,
    missing: 'board-id-missing',
    fits: isAbimId,
    wrong: 'board-id-wrong'
  },
  {
    id: 'birth_day',
    label: 'Month and day of birth',
    ...IDENTIFIER,
    missing: 'birth-day-missing',
    fits: isMonthDay,
    wrong: 'birth-day-wrong'
  },
  {
    id: 'nabp_id',
    label: 'NABP e-Profile ID',
    ...IDENTIFIER,
    missing: 'nabp-id-missing',
    fits: isNabpId,
    wrong: 'nabp-id-wrong'
  },
  { id: 'credit', label: 'Credit, e.g. 0.5', ...CREDIT },
  { id: 'ceu', label: 'Credit in CEU, a tenth of the hours', ...CREDIT },
  { id: 'moc_points', label: 'MOC points', ...CREDIT },
  { id: 'credit_type', label: 'Credit type (key)', ...CREDIT },
  { id: 'credit_name', label: 'Credit type (name)', ...CREDIT },
  { id: 'activity_id', label: 'Our activity id', ...ACTIVITY },
  { id: 'activity_title', label: 'Title of the activity', ...ACTIVITY },
  { id: 'activity_version', label: 'Version of the activity', ...ACTIVITY },
  { id: 'activity_format', label: 'Learning format', ...ACTIVITY },
  { id: 'release_date', label: 'Release date', ...ACTIVITY },
  { id: 'expiry_date', label: 'Expiry date', ...ACTIVITY },
  { id: 'activity_summary', label: 'Summary of the activity', ...ALONE },
  { id: 'maximum_credit', label: 'Most credit, e.g. 0.5', ...ALONE },
  { id: 'activity_action', label: 'Add or Update', ...COUNTED },
  {
    id: 'commercial_support',
    label: 'Commercial support (yes or no)',
    ...ALONE,
    missing: 'support-not-stated'
  },
  { id: 'participants_physician', label: 'Physician learners', ...COUNTED },
  { id: 'participants_other', label: 'Other learners', ...COUNTED },
  { id: 'provider_name', label: 'Name of the provider', ...PROVIDER },
  { id: 'provider_id', label: 'Id of the provider at its accreditor', ...PROVIDER },
  { id: 'providership', label: 'Direct or joint providership', ...PROVIDER },
  { id: 'joint_providers', label: 'Joint providers', ...OPTIONAL_PROVIDER },
  { id: 'pars_service_id', label: 'Web-service id at PARS', ...NUMBER, missing: 'service-id-missing' },
  {
    id: 'ce_broker_provider',
    label: 'Provider number at CE Broker',
    ...NUMBER,
    missing: 'ce-broker-provider-missing'
  },
  {
    id: 'accme_activity_id',
    label: 'ACCME activity id',
    ...ACTIVITY_NUMBER,
    missing: 'accme-activity-missing'
  },
  { id: 'uan', label: 'Universal Activity Number', ...ACTIVITY_NUMBER, missing: 'uan-missing' },
  {
    id: 'ce_broker_course',
    label: 'Course number at CE Broker',
    ...ACTIVITY_NUMBER,
    missing: 'ce-broker-course-missing'
  }
] as const satisfies FieldFacts[];

export type ReportField = (typeof REPORT_FIELDS)[number]['id'];

const BY_ID: ReadonlyMap<string, FieldFacts> = new Map(REPORT_FIELDS.map((field) => [field.id, field]));

/** Whether a stored or posted string names a field. */
export function isReportField(value: string): value is ReportField {
  return BY_ID.has(value);
}

/** What there is to know of a field. Throws where there is none. */
export function fieldFacts(id: ReportField): FieldFacts {
  const facts = BY_ID.get(id);
  if (!facts) throw new Error(`There is no field ${id}.`);
  return facts;
}

/** The fields that a record of this kind has. */
export function fieldsOf(subject: 'completion' | 'activity'): { id: ReportField; label: string }[] {
  return REPORT_FIELDS.filter(({ of }) => of === subject || of === 'both').map(({ id, label }) => ({
    id,
    label
  }));
}
