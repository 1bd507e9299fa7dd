import type { ShippedRule } from '../credit-rule.ts';

/** Credit of the provider itself, which no accreditor stands behind; the form for a new own type begins with it. */
export const OWN: ShippedRule[] = [
  {
    key: 'own',
    version: 1,
    validFrom: '2022-01-01',
    rule: {
      name: 'Credit of the provider',
      unit: {
        part: 'credit of the provider',
        one: 'credit of the provider',
        many: 'credits of the provider'
      },
      role: 'credit',
      offered: 'accredited',
      precedence: 50,
      accreditors: null,
      beside: null,
      formats: null,
      professions: null,
      countries: null,
      minutesPerCredit: 60,
      countsEvaluation: true,
      stepQuarterCredits: 1,
      rounding: 'down',
      maximumQuarterCredits: null,
      monthsOffered: null,
      document: 'certificate',
      reports: [],
      wording: {
        designation: 'The {provider} offers a maximum of {maximum} for this {format}.',
        document: 'The {provider} awards {amount} for participation in this {format}.',
        others: []
      },
      source:
        'The provider’s own. Accreditors differ in percentages, units and minutes, so all of them can be set.'
    }
  }
];
