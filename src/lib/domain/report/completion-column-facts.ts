import type { CompletionColumn } from './completion-columns.ts';
import type { CompletionSort } from './completion-sort.ts';

/** How a column is shown. `personal`: hidden until somebody asks for it, which is put on record. */
export type ColumnFacts = {
  label: string;
  kind: 'text' | 'number' | 'code';
  personal?: true;
  sort?: CompletionSort['by'];
};

export const COLUMN_FACTS: Record<CompletionColumn, ColumnFacts> = {
  completion_id: { label: 'Completion id', kind: 'code' },
  completed_on: { label: 'Completed on', kind: 'text', sort: 'completed' },
  given_name: { label: 'Given name', kind: 'text', personal: true },
  family_name: { label: 'Family name', kind: 'text', personal: true },
  credentials: { label: 'Credentials', kind: 'text' },
  name_on_certificate: { label: 'Name on certificate', kind: 'text', personal: true },
  email: { label: 'E-mail address', kind: 'text', personal: true },
  profession: { label: 'Profession', kind: 'text' },
  specialty: { label: 'Specialty', kind: 'text' },
  country: { label: 'Country', kind: 'text' },
  npi: { label: 'NPI', kind: 'code', personal: true },
  activity: { label: 'Activity id', kind: 'code' },
  activity_title: { label: 'Activity', kind: 'text' },
  activity_version: { label: 'Version', kind: 'text' },
  items_correct: { label: 'Items right', kind: 'number' },
  items_total: { label: 'Items counted', kind: 'number' },
  credit: { label: 'Credit', kind: 'number' },
  claimed_on: { label: 'Claimed on', kind: 'text' },
  certificate_id: { label: 'Certificate', kind: 'text' },
  verification_code: { label: 'Verification code', kind: 'code' },
  revoked_on: { label: 'Revoked on', kind: 'text' },
  score_percent: { label: 'Score', kind: 'number', sort: 'score' },
  credit_type: { label: 'Type of credit', kind: 'text' },
  licence_state: { label: 'State of license', kind: 'text', personal: true },
  licence_number: { label: 'License number', kind: 'code', personal: true },
  reporting: { label: 'Reporting', kind: 'text' }
};

/** What the page shows beside the person where no columns were chosen. */
export const PAGE_COLUMNS: CompletionColumn[] = [
  'completed_on',
  'profession',
  'activity_title',
  'score_percent',
  'credit',
  'certificate_id'
];

/** Whether a column holds what tells who somebody is. */
export const isPersonal = (column: CompletionColumn): boolean => COLUMN_FACTS[column].personal === true;
