import type { ShippedMapping } from '../report-mapping.ts';
import { column } from './column.ts';

/** Learner records of PARS as lines: the same facts as in the JSON, for a batch upload. */
export const PARS_LEARNERS_TEXT: ShippedMapping[] = [
  {
    key: 'pars-learners-text',
    version: 1,
    mapping: {
      title: 'PARS learner records (tab-delimited)',
      subject: 'completion',
      report: 'pars',
      layout: 'tab-delimited',
      hasHeader: false,
      characters: 'latin',
      window: 'two-years',
      professions: ['physician'],
      envelope: null,
      columns: [
        column('ACCME Provider ID', 'provider_id', { form: String.raw`\d{7}` }),
        column('ACCME Activity ID', 'accme_activity_id', { form: String.raw`\d{9}` }),
        column('First Name', 'given_name', { longest: 50 }),
        column('Last Name', 'family_name', { longest: 50 }),
        column('Birth Month and Day', 'birth_day', { transform: { kind: 'date', pattern: 'MM/DD' } }),
        column('State of Licensure', 'licence_state', { form: '[A-Z]{2}' }),
        column('State License ID', 'licence_number', { longest: 30 }),
        column('NPI', 'npi', { required: false }),
        column('Completion Date', 'completed_on', { transform: { kind: 'date', pattern: 'MM/DD/YYYY' } }),
        column('Credits', 'credit', { cell: 'number' }),
        column('Credit ID', 'record_id', { longest: 300 }),
        column('Action', 'record_action')
      ],
      source:
        'ACCME, PARS (accme.org/learner-credit-data, accme.org/faq/10501, tips for tab-delimited files): what learners are matched on; no header, empty cells stay empty; ACCME’s draft learner schema v0.5: identifiers, steps of credit. To be confirmed by the provider: names, order and number of the columns, the character set, and whether a batch can delete. Check it against the current ACCME template before the first file.'
    }
  }
];
