import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core';
import { instant } from './column-types.ts';
import { accreditationStatements } from './accreditation.ts';
import type { CslReference } from '#lib/domain/reference/csl-reference.ts';
import { people } from './identity.ts';
import { lessons } from './lesson.ts';
import { items, objectives, questionBanks } from './question-bank.ts';
import { references } from './reference.ts';

export const activities = pgTable('activities', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  createdAt: instant('created_at').notNull()
});

/** An activity as it is or was offered: all that cme-rules.md §1.2 wants shown before the start. */
export const activityVersions = pgTable(
  'activity_versions',
  {
    id: uuid('id').primaryKey(),
    activityId: uuid('activity_id')
      .notNull()
      .references(() => activities.id),
    /** The label that people see, e.g. `0.1.0`. */
    version: text('version').notNull(),
    status: text('status').notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    audience: jsonb('audience').$type<string[]>().notNull(),
    audienceNote: text('audience_note').notNull(),
    /** Learning format, e.g. `enduring-material`. */
    format: text('format').notNull(),
    estimatedMinutes: integer('estimated_minutes').notNull(),
    releaseDate: date('release_date', { mode: 'string' }).notNull(),
    reviewDate: date('review_date', { mode: 'string' }).notNull(),
    expiryDate: date('expiry_date', { mode: 'string' }).notNull(),
    maximumQuarterCredits: integer('maximum_quarter_credits').notNull(),
    accreditationStatementId: uuid('accreditation_statement_id')
      .notNull()
      .references(() => accreditationStatements.id),
    disclosureStatement: text('disclosure_statement').notNull(),
    supportStatement: text('support_statement').notNull(),
    medicalDisclaimer: text('medical_disclaimer').notNull(),
    /** Why it is needed: what practice lacks. Null, here and below: nothing is said. */
    practiceGap: text('practice_gap'),
    /** Uses beyond a product's labeling, and investigational products, that the content discusses. */
    offLabelUse: text('off_label_use'),
    /** Whom learners ask. */
    contact: text('contact'),
    /** What taking part costs. */
    fee: text('fee'),
    /** Minutes for an attempt at the assessment; null: it is not timed. */
    timeLimitMinutes: integer('time_limit_minutes'),
    lessonId: uuid('lesson_id')
      .notNull()
      .references(() => lessons.id),
    /** Names of authors and reviewers as the package or the educator gives them. */
    authors: jsonb('authors').$type<{ name: string }[]>().notNull().default([]),
    reviewers: jsonb('reviewers').$type<{ name: string }[]>().notNull().default([]),
    /** Fields of activity.json that nothing here reads; they go out again as they came. */
    extra: jsonb('extra').$type<Record<string, unknown>>().notNull().default({}),
    /** Rises with every saved change of a draft and its parts. */
    revision: integer('revision').notNull().default(1),
    updatedAt: instant('updated_at'),
    updatedBy: uuid('updated_by').references(() => people.id),
    publishedAt: instant('published_at')
  },
  (table) => [
    uniqueIndex('activity_versions_one_draft')
      .on(table.activityId)
      .where(sql`${table.status} = 'draft'`),
    unique('activity_versions_label_unique').on(table.activityId, table.version),
    uniqueIndex('activity_versions_one_live')
      .on(table.activityId)
      .where(sql`${table.status} = 'live'`),
    check('activity_versions_status_known', sql`${table.status} in ('draft', 'live', 'retired')`),
    check('activity_versions_dates_in_order', sql`${table.releaseDate} <= ${table.expiryDate}`),
    check('activity_versions_credit_positive', sql`${table.maximumQuarterCredits} > 0`),
    check('activity_versions_time_limit_range', sql`${table.timeLimitMinutes} between 5 and 600`)
  ]
);

/** The objectives of an activity version, in order, with the wording of that version. */
export const activityVersionObjectives = pgTable(
  'activity_version_objectives',
  {
    activityVersionId: uuid('activity_version_id')
      .notNull()
      .references(() => activityVersions.id),
    objectiveId: uuid('objective_id')
      .notNull()
      .references(() => objectives.id),
    position: integer('position').notNull(),
    wording: text('wording').notNull()
  },
  (table) => [primaryKey({ columns: [table.activityVersionId, table.objectiveId] })]
);

/** The numbered reference list of an activity version. */
export const activityVersionReferences = pgTable(
  'activity_version_references',
  {
    activityVersionId: uuid('activity_version_id')
      .notNull()
      .references(() => activityVersions.id),
    referenceId: uuid('reference_id')
      .notNull()
      .references(() => references.id),
    number: integer('number').notNull(),
    /** The entry as it read when the version was published; null in a draft, which shows the library's. */
    csl: jsonb('csl').$type<CslReference>(),
    authorsTruncated: boolean('authors_truncated')
  },
  (table) => [
    primaryKey({ columns: [table.activityVersionId, table.referenceId] }),
    unique('activity_version_references_number_unique').on(table.activityVersionId, table.number)
  ]
);

/** A form that is drawn from a bank by a blueprint. */
export const assessments = pgTable(
  'assessments',
  {
    id: uuid('id').primaryKey(),
    activityVersionId: uuid('activity_version_id')
      .notNull()
      .references(() => activityVersions.id),
    kind: text('kind').$type<'pre-test' | 'practice' | 'assessment'>().notNull(),
    title: text('title').notNull(),
    bankId: uuid('bank_id')
      .notNull()
      .references(() => questionBanks.id),
    pretestItemsOnly: boolean('pretest_items_only').notNull(),
    feedback: text('feedback').$type<'none' | 'after-each-item' | 'after-submission'>().notNull(),
    showsScore: boolean('shows_score').notNull(),
    /** Per cent of the items that must be right; null where nothing is to be passed. */
    passingPercent: integer('passing_percent'),
    maxAttempts: integer('max_attempts'),
    requiredForCompletion: boolean('required_for_completion').notNull(),
    shuffleItems: boolean('shuffle_items').notNull().default(true),
    shuffleOptions: boolean('shuffle_options').notNull().default(true)
  },
  (table) => [
    unique('assessments_kind_unique').on(table.activityVersionId, table.kind),
    check('assessments_kind_known', sql`${table.kind} in ('pre-test', 'practice', 'assessment')`),
    check(
      'assessments_feedback_known',
      sql`${table.feedback} in ('none', 'after-each-item', 'after-submission')`
    ),
    check('assessments_passing_percent_range', sql`${table.passingPercent} between 1 and 100`),
    check('assessments_max_attempts_positive', sql`${table.maxAttempts} > 0`)
  ]
);

/** How many items of an objective, and of a difficulty or of `any`, a form holds. */
export const blueprintCells = pgTable(
  'blueprint_cells',
  {
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id),
    objectiveId: uuid('objective_id')
      .notNull()
      .references(() => objectives.id),
    difficulty: text('difficulty').$type<'any' | 'easy' | 'medium' | 'hard'>().notNull().default('any'),
    count: integer('count').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.assessmentId, table.objectiveId, table.difficulty] }),
    check('blueprint_cells_difficulty_known', sql`${table.difficulty} in ('any', 'easy', 'medium', 'hard')`),
    check('blueprint_cells_count_positive', sql`${table.count} > 0`)
  ]
);

/** Items that every form of an assessment holds, e.g. those that pair with pre-test items. */
export const assessmentFixedItems = pgTable(
  'assessment_fixed_items',
  {
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id),
    itemId: uuid('item_id')
      .notNull()
      .references(() => items.id)
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.itemId] })]
);
