import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid
} from 'drizzle-orm/pg-core';
import { instant } from './column-types.ts';
import { creditRules } from './accreditation.ts';
import { activities, activityVersions } from './activity.ts';
import { completions } from './credit.ts';
import { people } from './identity.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * What a completion is found and sorted by, in one row: a copy of what stands in other tables, which triggers keep
 * (migration 0023). Nothing writes it by hand. Names are for finding; pages and files read them where they belong.
 */
export const completionSummaries = pgTable(
  'completion_summaries',
  {
    completionId: uuid('completion_id')
      .primaryKey()
      .references(() => completions.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    activityId: uuid('activity_id')
      .notNull()
      .references(() => activities.id),
    activityVersionId: uuid('activity_version_id')
      .notNull()
      .references(() => activityVersions.id),
    completedOn: date('completed_on', { mode: 'string' }).notNull(),
    /** Empty where a person has no profile. */
    profession: text('profession').notNull(),
    country: text('country').notNull(),
    /** The rules under which credit was awarded; null: not claimed, or before there were rules. */
    creditRuleId: uuid('credit_rule_id').references(() => creditRules.id),
    /** What was awarded; null: not claimed. */
    quarterCredits: integer('quarter_credits'),
    /** Whether the document that stands was revoked: its credit counts in no total. */
    isRevoked: boolean('is_revoked').notNull(),
    /** Items that were right, of those that count, in whole per cent, rounded down. */
    scorePercent: integer('score_percent').notNull(),
    /** `family given` in lower case. */
    sortName: text('sort_name').notNull(),
    /** The words of the name in the profile and on the document. */
    nameWords: tsvector('name_words').notNull()
  },
  (table) => [
    index('completion_summaries_day').on(table.completedOn, table.completionId),
    index('completion_summaries_activity').on(table.activityId, table.completedOn, table.completionId),
    index('completion_summaries_profession').on(table.profession, table.completedOn, table.completionId),
    index('completion_summaries_country').on(table.country, table.completedOn, table.completionId),
    index('completion_summaries_rule').on(table.creditRuleId, table.completedOn, table.completionId),
    index('completion_summaries_version').on(table.activityVersionId, table.completedOn, table.completionId),
    index('completion_summaries_score').on(table.scorePercent, table.completionId),
    index('completion_summaries_unclaimed')
      .on(table.completedOn, table.completionId)
      .where(sql`${table.quarterCredits} is null`),
    index('completion_summaries_name').on(table.sortName, table.completionId),
    index('completion_summaries_person').on(table.personId),
    index('completion_summaries_words').using('gin', table.nameWords),
    check('completion_summaries_score_range', sql`${table.scorePercent} between 0 and 100`)
  ]
);

/** A filter of the completion report with its columns and order, under a name. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    /** Whether other admins see it. */
    isShared: boolean('is_shared').notNull(),
    /** The query of the page's address: filter, columns and order. */
    query: text('query').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    unique('saved_views_name_unique').on(table.ownerId, table.name),
    check('saved_views_name_given', sql`btrim(${table.name}) <> ''`)
  ]
);

/** Figures that a job computes, never a request: the dashboard, the outcomes of an activity version. */
export const computedReports = pgTable('computed_reports', {
  /** `dashboard`, or `outcomes:` and the id of an activity version. */
  subject: text('subject').primaryKey(),
  computedAt: instant('computed_at').notNull(),
  report: jsonb('report').$type<unknown>().notNull()
});
