import type { ShippedMapping } from '../report-mapping.ts';
import { column } from './column.ts';

/** The roster of CE Broker: columns A to J, real Excel dates. */
export const CE_BROKER: ShippedMapping[] = [
  {
    key: 'ce-broker-roster',
    version: 1,
    mapping: {
      title: 'CE Broker roster (Excel)',
      subject: 'completion',
      report: 'ce-broker',
      layout: 'xlsx',
      hasHeader: true,
      characters: 'any',
      window: 'any',
      professions: null,
      envelope: null,
      columns: [
        column('Provider tracking number', 'ce_broker_provider', { form: String.raw`\d+` }),
        column('CE Broker course number', 'ce_broker_course', { required: false, form: String.raw`\d+` }),
        column('Your course ID', 'activity_id'),
        column('Publishing number', null, { required: false }),
        column('License number', 'licence_number', {
          longest: 30,
          formBy: { field: 'licence_state', forms: { FL: String.raw`[A-Z]{1,5} ?\d{2,9}` } }
        }),
        column('Completion date', 'completed_on', { cell: 'date' }),
        column('State', 'licence_state', {
          form: 'State=[A-Z]{2}',
          transform: { kind: 'framed', before: 'State=', after: '' }
        }),
        column('Profession', 'profession', {
          transform: {
            kind: 'codes',
            codes: { nurse: 'Profession=RN', 'nurse-practitioner': 'Profession=APRN' }
          }
        }),
        column('Subject area code', null, { required: false }),
        column('Hours', 'credit', { cell: 'number' })
      ],
      source:
        'CE Broker, help articles 15226514662548, 15226532103572 and 15226511846292 (help.cebroker.com): columns A to J; the full license number; a new file for each report, nobody in it twice. To be confirmed by the provider: whether the first row names the columns, codes of professions but RN and of subject areas, the form of license numbers by state. CE Broker documents .xls; this is .xlsx with the same columns.'
    }
  }
];
