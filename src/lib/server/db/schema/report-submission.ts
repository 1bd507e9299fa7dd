import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid
} from 'drizzle-orm/pg-core';
import type { ReportMapping } from '#lib/domain/report/mapping/report-mapping.ts';
import { instant } from './column-types.ts';
import { activities } from './activity.ts';
import { completions } from './credit.ts';
import { people } from './identity.ts';

/**
 * How the file of an accreditor is made of our fields, as of a version. A change is a new version; a row is never
 * changed, so that a file of last year can be explained. `createdBy` is null for those that the program brings.
 */
export const mappingVersions = pgTable(
  'mapping_versions',
  {
    id: uuid('id').primaryKey(),
    /** Which mapping it is a version of, e.g. `pars-learners`. */
    key: text('key').notNull(),
    version: integer('version').notNull(),
    mapping: jsonb('mapping').$type<ReportMapping>().notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by').references(() => people.id)
  },
  (table) => [
    unique('mapping_versions_version_unique').on(table.key, table.version),
    check('mapping_versions_version_positive', sql`${table.version} > 0`)
  ]
);

/** A file that was made for an accreditor. Append-only. */
export const reportSubmissions = pgTable(
  'report_submissions',
  {
    id: uuid('id').primaryKey(),
    mappingVersionId: uuid('mapping_version_id')
      .notNull()
      .references(() => mappingVersions.id),
    action: text('action').$type<'add' | 'delete'>().notNull(),
    /** The query of the view that chose the completions. */
    query: text('query').notNull(),
    reason: text('reason').notNull(),
    rows: integer('rows').notNull(),
    /** Of the whole file, which its rows, its mapping and `createdAt` give again byte for byte. */
    sha256: text('sha256').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by').references(() => people.id)
  },
  (table) => [
    index('report_submissions_newest').on(table.createdAt),
    check('report_submissions_action_known', sql`${table.action} in ('add', 'delete')`),
    check('report_submissions_rows_positive', sql`${table.rows} > 0`)
  ]
);

/** A learner's record as it stood in a file: `values` by the names of our fields, as the mapping read them. Append-only. */
export const reportSubmissionRows = pgTable(
  'report_submission_rows',
  {
    submissionId: uuid('submission_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    completionId: uuid('completion_id').notNull(),
    /** What the accreditor knows the record by, e.g. a PARS credit id. */
    recordId: text('record_id').notNull(),
    values: jsonb('values').$type<Record<string, string | number | null>>().notNull()
  },
  (table) => [
    primaryKey({ name: 'report_submission_rows_pk', columns: [table.submissionId, table.ordinal] }),
    unique('report_submission_rows_once').on(table.submissionId, table.completionId),
    foreignKey({
      name: 'report_submission_rows_submission_fk',
      columns: [table.submissionId],
      foreignColumns: [reportSubmissions.id]
    }),
    foreignKey({
      name: 'report_submission_rows_completion_fk',
      columns: [table.completionId],
      foreignColumns: [completions.id]
    }),
    index('report_submission_rows_completion').on(table.completionId)
  ]
);

/** What the accreditor answered to a record; the newest one holds. Append-only. */
export const reportAnswers = pgTable(
  'report_answers',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    submissionId: uuid('submission_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    answer: text('answer').$type<'accepted' | 'rejected'>().notNull(),
    reason: text('reason').notNull().default(''),
    answeredAt: instant('answered_at').notNull(),
    recordedBy: uuid('recorded_by').references(() => people.id)
  },
  (table) => [
    foreignKey({
      name: 'report_answers_row_fk',
      columns: [table.submissionId, table.ordinal],
      foreignColumns: [reportSubmissionRows.submissionId, reportSubmissionRows.ordinal]
    }),
    index('report_answers_row').on(table.submissionId, table.ordinal),
    check('report_answers_answer_known', sql`${table.answer} in ('accepted', 'rejected')`),
    check(
      'report_answers_rejected_says_why',
      sql`${table.answer} = 'accepted' or btrim(${table.reason}) <> ''`
    )
  ]
);

/**
 * How a completion stands with a report: written with each file and each answer, in the same transaction. No row: never
 * sent. `deleted`: the accreditor was asked to delete it and did; it can be sent again.
 */
export const reportStandings = pgTable(
  'report_standings',
  {
    completionId: uuid('completion_id').notNull(),
    /** The report, e.g. `pars`, `ce-broker`, `cpe-monitor`, `abim-moc`. */
    report: text('report').notNull(),
    state: text('state').$type<'submitted' | 'accepted' | 'rejected' | 'deleting' | 'deleted'>().notNull(),
    submissionId: uuid('submission_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    changedAt: instant('changed_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.completionId, table.report] }),
    foreignKey({
      name: 'report_standings_completion_fk',
      columns: [table.completionId],
      foreignColumns: [completions.id]
    }),
    foreignKey({
      name: 'report_standings_row_fk',
      columns: [table.submissionId, table.ordinal],
      foreignColumns: [reportSubmissionRows.submissionId, reportSubmissionRows.ordinal]
    }),
    index('report_standings_state').on(table.report, table.state, table.completionId),
    check(
      'report_standings_state_known',
      sql`${table.state} in ('submitted', 'accepted', 'rejected', 'deleting', 'deleted')`
    )
  ]
);

/**
 * The numbers under which accreditors know an activity, or the provider itself where `activityId` is null, e.g. `uan-pharmacist`
 * or `accme-activity-id`. The newest row of a kind holds; an empty value takes the number back. Append-only.
 */
export const reportNumbers = pgTable(
  'report_numbers',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    activityId: uuid('activity_id').references(() => activities.id),
    kind: text('kind').notNull(),
    value: text('value').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => people.id)
  },
  (table) => [index('report_numbers_of').on(table.activityId, table.kind, table.id)]
);
