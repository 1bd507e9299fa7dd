import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core';
import { instant } from './column-types.ts';
import { creditRules } from './accreditation.ts';
import { activityVersions } from './activity.ts';
import { attempts } from './attempt.ts';
import { evaluations } from './evaluation.ts';
import { people } from './identity.ts';

/**
 * All requirements of an activity version met by a person. `completedOn` is the one calendar date (UTC) that page, PDF,
 * verification and reports print (cme-rules.md §2.1). Append-only.
 */
export const completions = pgTable(
  'completions',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    activityVersionId: uuid('activity_version_id')
      .notNull()
      .references(() => activityVersions.id),
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id),
    evaluationId: uuid('evaluation_id')
      .notNull()
      .references(() => evaluations.id),
    completedOn: date('completed_on', { mode: 'string' }).notNull(),
    completedAt: instant('completed_at').notNull()
  },
  (table) => [
    unique('completions_once').on(table.personId, table.activityVersionId),
    index('completions_by_date').on(table.completedOn, table.id),
    index('completions_attempt').on(table.attemptId)
  ]
);

/**
 * Credit that was claimed and awarded, in quarter credits. Append-only: a correction is a new row that names the one which
 * it supersedes, with its reason; the row that no other supersedes counts.
 */
export const credits = pgTable(
  'credits',
  {
    id: uuid('id').primaryKey(),
    completionId: uuid('completion_id')
      .notNull()
      .references(() => completions.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    activityVersionId: uuid('activity_version_id')
      .notNull()
      .references(() => activityVersions.id),
    quarterCredits: integer('quarter_credits').notNull(),
    maximumQuarterCredits: integer('maximum_quarter_credits').notNull(),
    /** The rules under which it was awarded; null: before there were any. */
    creditRuleId: uuid('credit_rule_id').references(() => creditRules.id),
    claimedAt: instant('claimed_at').notNull(),
    supersedesId: uuid('supersedes_id').unique(),
    reason: text('reason')
  },
  (table) => [
    foreignKey({ name: 'credits_supersedes_fk', columns: [table.supersedesId], foreignColumns: [table.id] }),
    uniqueIndex('credits_once')
      .on(table.personId, table.activityVersionId)
      .where(sql`${table.supersedesId} is null`),
    uniqueIndex('credits_once_a_completion')
      .on(table.completionId)
      .where(sql`${table.supersedesId} is null`),
    // Corrections too: the unique index above does not find them.
    index('credits_completion').on(table.completionId),
    index('credits_person').on(table.personId, table.activityVersionId),
    check('credits_amount_range', sql`${table.quarterCredits} between 1 and ${table.maximumQuarterCredits}`),
    check(
      'credits_correction_has_reason',
      sql`(${table.supersedesId} is null) = (${table.reason} is null) and btrim(coalesce(${table.reason}, 'x')) <> ''`
    )
  ]
);

/** What a learner lets the provider report to whom, in the words that were shown. The newest row of a kind holds. Append-only. */
export const reportingPermissions = pgTable(
  'reporting_permissions',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    activityVersionId: uuid('activity_version_id').notNull(),
    /** The report, e.g. `pars`, `abim-moc`, `cpe-monitor`, `ce-broker`. */
    report: text('report').notNull(),
    granted: boolean('granted').notNull(),
    wording: text('wording').notNull(),
    wordingVersion: integer('wording_version').notNull(),
    recordedAt: instant('recorded_at').notNull()
  },
  (table) => [
    foreignKey({
      name: 'reporting_permissions_version_fk',
      columns: [table.activityVersionId],
      foreignColumns: [activityVersions.id]
    }),
    index('reporting_permissions_person').on(table.personId, table.activityVersionId)
  ]
);

/** What reports find a learner by; asked only where a permitted report needs it. */
export const reportingIdentifiers = pgTable(
  'reporting_identifiers',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id),
    licenceState: text('licence_state'),
    licenceNumber: text('licence_number'),
    boardId: text('board_id'),
    /** Month and day of birth; the year is asked by nobody (cme-rules.md §2.1). */
    birthMonth: integer('birth_month'),
    birthDay: integer('birth_day'),
    nabpId: text('nabp_id'),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    check('reporting_identifiers_month_range', sql`${table.birthMonth} between 1 and 12`),
    check('reporting_identifiers_day_range', sql`${table.birthDay} between 1 and 31`),
    check(
      'reporting_identifiers_birth_whole',
      sql`(${table.birthMonth} is null) = (${table.birthDay} is null)`
    ),
    check(
      'reporting_identifiers_licence_whole',
      sql`(${table.licenceState} is null) = (${table.licenceNumber} is null)`
    )
  ]
);
