import type { ShippedRule } from '../credit-rule.ts';

/** Contact hours of the American Nurses Credentialing Center. */
export const ANCC: ShippedRule[] = [
  {
    key: 'ancc-contact-hours',
    version: 1,
    validFrom: '2022-01-01',
    rule: {
      name: 'ANCC contact hours',
      unit: { part: 'contact hour', one: 'contact hour', many: 'contact hours' },
      role: 'credit',
      offered: 'accredited',
      precedence: 30,
      accreditors: ['ANCC', 'Joint Accreditation'],
      beside: null,
      formats: ['live-course', 'regularly-scheduled-series', 'enduring-material', 'journal-based', 'other'],
      professions: ['nurse', 'nurse-practitioner'],
      countries: null,
      minutesPerCredit: 60,
      countsEvaluation: true,
      stepQuarterCredits: 1,
      rounding: 'down',
      maximumQuarterCredits: null,
      monthsOffered: null,
      document: 'certificate',
      reports: ['ce-broker'],
      wording: {
        designation: 'The {provider} designates this {format} for a maximum of {maximum} for nurses.',
        document: 'The {provider}, {address}, awards {amount}.',
        others: []
      },
      source:
        'ANCC criteria as the Colorado Nurses Association publishes them (coloradonurses.org): 60 minutes, evaluation included; what the document names. To be confirmed by the provider: rounding, formats, wording.'
    }
  }
];
