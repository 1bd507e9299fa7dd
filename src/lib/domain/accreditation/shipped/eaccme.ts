import type { ShippedRule } from '../credit-rule.ts';

/** European CME credits of the UEMS, for physicians in the countries of its members. */
export const EACCME: ShippedRule[] = [
  {
    key: 'eaccme',
    version: 1,
    validFrom: '2022-01-01',
    rule: {
      name: 'European CME credits (ECMEC®)',
      unit: {
        part: 'European CME credit (ECMEC®)',
        one: 'European CME credit (ECMEC®)',
        many: 'European CME credits (ECMEC®s)'
      },
      role: 'credit',
      offered: 'accredited',
      precedence: 20,
      accreditors: null,
      beside: null,
      formats: ['live-course', 'enduring-material'],
      professions: ['physician'],
      countries: [
        ...['AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR', 'HR', 'HU'],
        ...['IE', 'IS', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'TR']
      ],
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
          'This activity is accredited by the European Accreditation Council for Continuing Medical Education (EACCME) for a maximum of {maximum}.',
        document:
          'Accredited by the European Accreditation Council for Continuing Medical Education (EACCME): {amount}.',
        others: []
      },
      source:
        'UEMS, EACCME (eaccme.uems.eu): one ECMEC is one hour. To be confirmed by the provider: countries, rounding, evaluation, formats, wording.'
    }
  }
];
