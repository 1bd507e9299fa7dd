import type { ShippedRule } from '../credit-rule.ts';

/** Credits of the Federation of the Royal Colleges of Physicians, for physicians in the United Kingdom. */
export const RCP: ShippedRule[] = [
  {
    key: 'rcp-cpd',
    version: 1,
    validFrom: '2024-03-31',
    rule: {
      name: 'RCP CPD credits (external)',
      unit: { part: 'CPD credit', one: 'CPD credit', many: 'CPD credits' },
      role: 'credit',
      offered: 'accredited',
      precedence: 10,
      accreditors: null,
      beside: null,
      formats: ['live-course', 'enduring-material'],
      professions: ['physician'],
      countries: ['GB'],
      minutesPerCredit: 60,
      countsEvaluation: false,
      stepQuarterCredits: 4,
      rounding: 'down',
      maximumQuarterCredits: null,
      monthsOffered: null,
      document: 'certificate',
      reports: [],
      wording: {
        designation:
          'This activity has been approved by the Federation of the Royal Colleges of Physicians of the United Kingdom for a maximum of {maximum}.',
        document:
          'Approved by the Federation of the Royal Colleges of Physicians of the United Kingdom: {amount}.',
        others: []
      },
      source:
        'Federation of the Royal Colleges of Physicians (federationcpd.org, rcpe.ac.uk): one credit an hour; approval in advance, none in retrospect since 2024-03-31. To be confirmed by the provider: rounding, evaluation, formats, wording.'
    }
  }
];
