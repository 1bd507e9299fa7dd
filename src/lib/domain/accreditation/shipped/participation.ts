import type { CreditRule, ShippedRule } from '../credit-rule.ts';

const PARTICIPATION: CreditRule = {
  name: 'Participation',
  unit: { part: 'hours of participation', one: 'hour of participation', many: 'hours of participation' },
  role: 'credit',
  offered: 'always',
  precedence: 90,
  accreditors: null,
  beside: null,
  formats: null,
  professions: null,
  countries: null,
  minutesPerCredit: 60,
  countsEvaluation: true,
  stepQuarterCredits: 1,
  rounding: 'up',
  maximumQuarterCredits: null,
  monthsOffered: null,
  document: 'certificate-of-participation',
  reports: [],
  wording: { designation: '', document: '', others: [] },
  source:
    'The AMA PRA credit system: who earns no credit gets participation documented, in hours that fit the designated maximum (wording as of the University of Virginia).'
};

/** What everybody gets who earns no credit, in accredited activities and in demonstrations. */
export const PARTICIPATION_RULES: ShippedRule[] = [
  { key: 'participation', version: 1, validFrom: '2000-01-01', rule: PARTICIPATION },
  {
    key: 'completion-summary',
    version: 1,
    validFrom: '2000-01-01',
    rule: {
      ...PARTICIPATION,
      name: 'Completion summary',
      precedence: 80,
      professions: ['pharmacist', 'pharmacy-technician'],
      document: 'completion-summary',
      wording: { designation: '', document: 'This is not a statement of credit.', others: [] },
      source:
        'ACPE: since 2014-05-01 only CPE Monitor states credit, so a provider gives a completion summary (clinicaloptions.com).'
    }
  }
];
