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
    'cme-rules.md §1.3, §1.4 (participation documented for those who earn no credit, in hours that fit the designated maximum).'
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
      source: 'cme-rules.md §0.2 (a completion summary, not a statement of credit).'
    }
  }
];
