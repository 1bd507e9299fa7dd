import type { ShippedRule } from '../credit-rule.ts';

/** Credit of the American Medical Association, for physicians (MD, DO and equivalents) alone. */
export const AMA_PRA: ShippedRule[] = [
  {
    key: 'ama-pra-1',
    version: 1,
    validFrom: '2022-01-01',
    rule: {
      name: 'AMA PRA Category 1 Credit™',
      unit: {
        part: 'AMA PRA Category 1 Credit™',
        one: 'AMA PRA Category 1 Credit™',
        many: 'AMA PRA Category 1 Credits™'
      },
      role: 'credit',
      offered: 'accredited',
      precedence: 30,
      accreditors: ['ACCME', 'Joint Accreditation'],
      beside: null,
      formats: [
        'live-course',
        'regularly-scheduled-series',
        'enduring-material',
        'journal-based',
        'manuscript-review',
        'test-item-writing',
        'performance-improvement',
        'internet-point-of-care',
        'learning-from-teaching',
        'other'
      ],
      professions: ['physician'],
      countries: null,
      minutesPerCredit: 60,
      countsEvaluation: true,
      stepQuarterCredits: 1,
      rounding: 'nearest',
      maximumQuarterCredits: null,
      monthsOffered: null,
      document: 'certificate',
      reports: ['pars'],
      wording: {
        designation:
          'The {provider} designates this {format} for a maximum of {maximum}. Physicians should claim only the credit commensurate with the extent of their participation in the activity.',
        document: 'The {provider} awards {amount} for participation in this {format}.',
        others: [
          { professions: null, text: 'The activity was designated for {maximum}.' },
          {
            professions: ['physician-associate'],
            text: 'AAPA accepts certificates of participation for educational activities certified for AMA PRA Category 1 Credit™.'
          }
        ]
      },
      source:
        'The AMA PRA credit system as accredited providers publish it: bumc.bu.edu (time, rounding), aoeconsulting.com (formats), knowledgeplus.nejm.org (designation, AAPA), University of Virginia (participation). To be confirmed by the provider: that the evaluation counts.'
    }
  }
];
