import type { ShippedMapping } from '../report-mapping.ts';
import { column } from './column.ts';

/** A plain table for boards that publish no layout: the pattern from which an admin makes another. */
export const GENERIC: ShippedMapping[] = [
  {
    key: 'generic',
    version: 1,
    mapping: {
      title: 'Plain table (CSV)',
      subject: 'completion',
      report: null,
      layout: 'csv',
      hasHeader: true,
      characters: 'any',
      window: 'any',
      professions: null,
      envelope: null,
      columns: [
        column('record_id', 'record_id'),
        column('given_name', 'given_name', { required: false }),
        column('family_name', 'family_name'),
        column('credentials', 'credentials', { required: false }),
        column('profession', 'profession'),
        column('country', 'country'),
        column('activity', 'activity_title'),
        column('version', 'activity_version'),
        column('completed_on', 'completed_on', { cell: 'date' }),
        column('credit', 'credit', { cell: 'number' }),
        column('credit_type', 'credit_name')
      ],
      source:
        'Our own fields. It asks for no permission of learners: use it only where the law or a contract lets you report without, and copy it with the name of a report where a permission is needed.'
    }
  }
];
