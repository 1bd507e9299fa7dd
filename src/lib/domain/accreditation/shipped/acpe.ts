import type { CreditRule, ShippedRule } from '../credit-rule.ts';

const RULE: Omit<CreditRule, 'name' | 'professions'> = {
  unit: { part: 'contact hour', one: 'contact hour', many: 'contact hours' },
  role: 'credit',
  offered: 'accredited',
  precedence: 30,
  accreditors: ['ACPE', 'Joint Accreditation'],
  beside: null,
  formats: ['live-course', 'enduring-material', 'journal-based'],
  countries: null,
  minutesPerCredit: 60,
  countsEvaluation: true,
  stepQuarterCredits: 1,
  rounding: 'down',
  maximumQuarterCredits: null,
  monthsOffered: null,
  document: 'completion-summary',
  reports: ['cpe-monitor'],
  wording: {
    designation:
      'This {format} provides a maximum of {maximum} of continuing pharmacy education. The statement of credit comes from CPE Monitor, to which the {provider} reports within 60 days.',
    document:
      'This is not a statement of credit. CPE Monitor alone issues it, after the {provider} has reported {amount}.',
    others: []
  },
  source:
    'ACPE, CPE Monitor (acpe-accredit.org/cpe-monitor): no statement of credit from the provider since 2014-05-01, reports within 60 days; 0.1 CEU is a contact hour; UPMC (cce.upmc.com): not for regularly scheduled series. To be confirmed by the provider: rounding, formats, wording, Universal Activity Number.'
};

/** Contact hours of the Accreditation Council for Pharmacy Education, which counts technicians apart. */
export const ACPE: ShippedRule[] = [
  {
    key: 'acpe-pharmacist',
    version: 1,
    validFrom: '2022-01-01',
    rule: { ...RULE, name: 'ACPE contact hours (pharmacists)', professions: ['pharmacist'] }
  },
  {
    key: 'acpe-technician',
    version: 1,
    validFrom: '2022-01-01',
    rule: { ...RULE, name: 'ACPE contact hours (pharmacy technicians)', professions: ['pharmacy-technician'] }
  }
];
