import type { ShippedMapping } from '../report-mapping.ts';
import { column } from './column.ts';

/** {Provider ID}-{Joint Providership Designator}-{Year}-{Sequence}-{Format}-{Topic}-{Audience}, cme-rules.md §2.2. */
const UAN = String.raw`\d{4,7}-\d{4}-\d{2}-\d{3,4}-[A-Z]\d{2}-\d{2}-[PT]`;

/** Rows for CPE Monitor, which alone issues statements of pharmacy credit. */
export const CPE_MONITOR: ShippedMapping[] = [
  {
    key: 'cpe-monitor',
    version: 1,
    mapping: {
      title: 'CPE Monitor rows (CSV)',
      subject: 'completion',
      report: 'cpe-monitor',
      layout: 'csv',
      hasHeader: true,
      characters: 'any',
      window: 'sixty-days',
      professions: ['pharmacist', 'pharmacy-technician'],
      envelope: null,
      columns: [
        column('UAN', 'uan', { form: UAN }),
        column('e-Profile ID', 'nabp_id'),
        column('DOB (MMDD)', 'birth_day', { transform: { kind: 'date', pattern: 'MMDD' } }),
        column('First name', 'given_name', { longest: 50 }),
        column('Last name', 'family_name', { longest: 50 }),
        column('Date of participation', 'completed_on', {
          transform: { kind: 'date', pattern: 'MM/DD/YYYY' }
        }),
        column('CEU', 'ceu', { cell: 'number' }),
        column('Record ID', 'record_id', { longest: 300 })
      ],
      source:
        'ACPE and NABP, CPE Monitor (acpe-accredit.org/cpe-monitor, powerpak.com): e-Profile ID, birth as MMDD, 60 days; 0.1 CEU is a contact hour; ACCME’s draft activity schema: the parts of a UAN. To be confirmed by the provider: the whole field layout, and the digits of a UAN’s parts.'
    }
  }
];
