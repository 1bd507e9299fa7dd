import type { ShippedRule } from '../credit-rule.ts';

/** What a physician's document shows while an activity is not accredited: an amount that nobody recognizes. */
export const DEMONSTRATION: ShippedRule[] = [
  {
    key: 'demonstration',
    version: 1,
    validFrom: '2000-01-01',
    rule: {
      name: 'Demonstration credit',
      unit: { part: 'demonstration credit', one: 'demonstration credit', many: 'demonstration credits' },
      role: 'credit',
      offered: 'demonstration',
      precedence: 30,
      accreditors: null,
      beside: null,
      formats: null,
      professions: ['physician'],
      countries: null,
      minutesPerCredit: 60,
      countsEvaluation: true,
      stepQuarterCredits: 1,
      rounding: 'up',
      maximumQuarterCredits: null,
      monthsOffered: null,
      document: 'certificate',
      reports: [],
      wording: { designation: '', document: '', others: [] },
      source:
        'Footnote’s own. Credit is designated in advance by an accredited provider (ama-assn.org), so a demonstration prints no accreditor’s words.'
    }
  }
];
