import type { ShippedRule } from '../credit-rule.ts';

/** Interprofessional credit of Joint Accreditation, beside whatever a member of the team earns. */
export const IPCE: ShippedRule[] = [
  {
    key: 'ipce',
    version: 1,
    validFrom: '2022-01-01',
    rule: {
      name: 'IPCE credit',
      unit: {
        part: 'Interprofessional Continuing Education (IPCE) credit',
        one: 'Interprofessional Continuing Education (IPCE) credit',
        many: 'Interprofessional Continuing Education (IPCE) credits'
      },
      role: 'added',
      offered: 'accredited',
      precedence: 60,
      accreditors: ['Joint Accreditation'],
      beside: null,
      formats: null,
      professions: null,
      countries: null,
      minutesPerCredit: 60,
      countsEvaluation: true,
      stepQuarterCredits: 1,
      rounding: 'nearest',
      maximumQuarterCredits: null,
      monthsOffered: null,
      document: 'certificate',
      reports: [],
      wording: {
        designation:
          'This activity was planned by and for the healthcare team, and learners will receive {maximum} for learning and change.',
        document:
          'This activity was planned by and for the healthcare team, and learners will receive {amount} for learning and change.',
        others: []
      },
      source:
        'Joint Accreditation (jointaccreditation.org/designation-credits): statement. To be confirmed by the provider: rounding, wording on the document.'
    }
  }
];
