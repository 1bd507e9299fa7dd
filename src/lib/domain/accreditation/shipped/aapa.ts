import type { CreditRule, ShippedRule } from '../credit-rule.ts';

const RULE: CreditRule = {
  name: 'AAPA Category 1 CME credit',
  unit: {
    part: 'AAPA Category 1 CME credit',
    one: 'AAPA Category 1 CME credit',
    many: 'AAPA Category 1 CME credits'
  },
  role: 'credit',
  offered: 'accredited',
  precedence: 30,
  accreditors: ['AAPA', 'Joint Accreditation'],
  beside: null,
  formats: ['live-course', 'regularly-scheduled-series', 'enduring-material'],
  professions: ['physician-associate'],
  countries: null,
  minutesPerCredit: 60,
  countsEvaluation: true,
  stepQuarterCredits: 1,
  rounding: 'nearest',
  maximumQuarterCredits: null,
  monthsOffered: 12,
  document: 'certificate',
  reports: [],
  wording: {
    designation:
      'The {provider} designates this {format} for a maximum of {maximum}. PAs should claim only the credit commensurate with the extent of their participation.',
    document: 'The {provider} awards {amount} for participation in this {format}.',
    others: []
  },
  source:
    'AAPA, Category 1 CME for enduring material (aapa.org): one year from the start. To be confirmed by the provider: rounding, evaluation, wording.'
};

/** Credit that the American Academy of PAs approves directly; what it accepts besides stands with AMA PRA. */
export const AAPA: ShippedRule[] = [
  { key: 'aapa-1', version: 1, validFrom: '2022-01-01', rule: RULE },
  {
    key: 'aapa-1-journal',
    version: 1,
    validFrom: '2022-01-01',
    rule: {
      ...RULE,
      name: 'AAPA Category 1 CME credit (journal article)',
      formats: ['journal-based'],
      stepQuarterCredits: 4,
      rounding: 'up',
      maximumQuarterCredits: 4,
      source:
        'AAPA, Category 1 CME (aapa.org): an article is one credit, with three objectives, 3,000 words and eight questions or more; one year from the start. To be confirmed by the provider: wording.'
    }
  }
];
