import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uuid
} from 'drizzle-orm/pg-core';
import { instant } from './column-types.ts';
import { assessments } from './activity.ts';
import { itemVersions } from './question-bank.ts';

/**
 * A form as a whole, by first attempts that were submitted; formats-and-statistics.md §5. Per cent where it says so, else
 * in marks. Null: not defined for these data. Written by a job, a form at a time.
 */
export const formStatistics = pgTable('form_statistics', {
  assessmentId: uuid('assessment_id')
    .primaryKey()
    .references(() => assessments.id),
  computedAt: instant('computed_at').notNull(),
  attempts: integer('attempts').notNull(),
  /** Whether everybody got the same items: only then the internal consistency has a meaning. */
  isFixedForm: boolean('is_fixed_form').notNull(),
  mean: doublePrecision('mean'),
  median: doublePrecision('median'),
  standardDeviation: doublePrecision('standard_deviation'),
  skewness: doublePrecision('skewness'),
  kurtosis: doublePrecision('kurtosis'),
  /** Coefficient of internal consistency (Cronbach's alpha), per cent. */
  internalConsistency: doublePrecision('internal_consistency'),
  errorRatio: doublePrecision('error_ratio'),
  standardError: doublePrecision('standard_error')
});

/**
 * An item version on a form. The sums (x: its mark, t: the mark of the whole) are kept as numbers without rounding, so that
 * forms can be pooled by adding them up.
 */
export const itemStatistics = pgTable(
  'item_statistics',
  {
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id),
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id),
    computedAt: instant('computed_at').notNull(),
    /** First attempts in which it stood. */
    responses: integer('responses').notNull(),
    /** All attempts in which it stood. */
    exposure: integer('exposure').notNull(),
    sumX: numeric('sum_x').notNull(),
    sumXx: numeric('sum_xx').notNull(),
    sumXt: numeric('sum_xt').notNull(),
    sumT: numeric('sum_t').notNull(),
    sumTt: numeric('sum_tt').notNull(),
    facility: doublePrecision('facility'),
    standardDeviation: doublePrecision('standard_deviation'),
    randomGuessScore: doublePrecision('random_guess_score'),
    intendedWeight: doublePrecision('intended_weight'),
    effectiveWeight: doublePrecision('effective_weight'),
    discriminationIndex: doublePrecision('discrimination_index'),
    discriminativeEfficiency: doublePrecision('discriminative_efficiency'),
    /** 95% interval of the facility (Wilson), per cent. */
    facilityLow: doublePrecision('facility_low'),
    facilityHigh: doublePrecision('facility_high'),
    /** Facility of the upper and the lower 27% by the rest of the form, per cent. */
    upperFacility: doublePrecision('upper_facility'),
    lowerFacility: doublePrecision('lower_facility'),
    /** How many these groups hold: more than 27% where several tie with the last, none where all tie. */
    upperSize: integer('upper_size').notNull(),
    lowerSize: integer('lower_size').notNull(),
    alphaIfDeleted: doublePrecision('alpha_if_deleted'),
    medianSeconds: doublePrecision('median_seconds')
  },
  (table) => [
    primaryKey({ columns: [table.assessmentId, table.itemVersionId] }),
    check('item_statistics_counts', sql`${table.responses} between 0 and ${table.exposure}`)
  ]
);

/**
 * An option of an item version on a form, or another class of responses to it (a pair of a matching item, an option at a
 * place, any other text, no response).
 */
export const optionStatistics = pgTable(
  'option_statistics',
  {
    assessmentId: uuid('assessment_id').notNull(),
    itemVersionId: uuid('item_version_id').notNull(),
    optionId: text('option_id').notNull(),
    chosen: integer('chosen').notNull(),
    /** The sum of the marks of the rest of the form over those who chose it. */
    sumRest: numeric('sum_rest').notNull(),
    /** Correlation of choosing it with the rest of the form, from -1 to 1. */
    pointBiserial: doublePrecision('point_biserial'),
    /** How many of the upper and the lower 27% chose it. */
    upperChosen: integer('upper_chosen').notNull(),
    lowerChosen: integer('lower_chosen').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.assessmentId, table.itemVersionId, table.optionId] }),
    foreignKey({
      name: 'option_statistics_item_fk',
      columns: [table.assessmentId, table.itemVersionId],
      foreignColumns: [itemStatistics.assessmentId, itemStatistics.itemVersionId]
    })
  ]
);
