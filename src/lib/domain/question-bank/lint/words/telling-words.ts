/**
 * Terms of rules 4 and 5 of cme-rules.md §6.1 (after NBME, Constructing Written Test Questions, and BMC Med Educ 2016,
 * doi 10.1186/s12909-016-0559-7, table 1), with words of the same meaning added by hand.
 */
export const ABSOLUTE_TERMS = [
  'always',
  'never',
  'only',
  'all',
  'every',
  'invariably',
  'completely',
  'entirely',
  'exclusively',
  'solely',
  'under no circumstances',
  'in no case'
] as const;

/** See above. "Common" and "likely" are left out: they state a finding as often as they dodge one. */
export const VAGUE_TERMS = [
  'usually',
  'often',
  'may',
  'might',
  'rarely',
  'seldom',
  'sometimes',
  'frequently',
  'infrequently',
  'occasionally',
  'generally'
] as const;

/** Words that are each other's opposite; two options that differ by nothing else leave no third case. */
export const OPPOSITES: readonly (readonly [string, string])[] = [
  ['increase', 'decrease'],
  ['increases', 'decreases'],
  ['increased', 'decreased'],
  ['increasing', 'decreasing'],
  ['more', 'less'],
  ['higher', 'lower'],
  ['high', 'low'],
  ['rises', 'falls'],
  ['raised', 'lowered'],
  ['elevated', 'reduced'],
  ['longer', 'shorter'],
  ['faster', 'slower'],
  ['before', 'after'],
  ['with', 'without'],
  ['present', 'absent'],
  ['presence', 'absence'],
  ['positive', 'negative'],
  ['gain', 'loss'],
  ['early', 'late'],
  ['earlier', 'later'],
  ['active', 'inactive'],
  ['activation', 'inhibition'],
  ['activates', 'inhibits'],
  ['agonist', 'antagonist'],
  ['hyperkalemia', 'hypokalemia'],
  ['hypernatremia', 'hyponatremia'],
  ['hypercalcemia', 'hypocalcemia'],
  ['hyperglycemia', 'hypoglycemia'],
  ['hypertension', 'hypotension'],
  ['hyperthyroidism', 'hypothyroidism'],
  ['acidosis', 'alkalosis'],
  ['tachycardia', 'bradycardia'],
  ['vasodilation', 'vasoconstriction'],
  ['start', 'stop'],
  ['begin', 'end'],
  ['benign', 'malignant'],
  ['acute', 'chronic'],
  ['upper', 'lower'],
  ['true', 'false'],
  ['yes', 'no']
];
