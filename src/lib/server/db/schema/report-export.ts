import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid
} from 'drizzle-orm/pg-core';
import { bytea, instant } from './column-types.ts';
import { apiTokens } from './identity-token.ts';
import { people } from './identity.ts';
import { mappingVersions } from './report-submission.ts';

/** Days of the week count from 1, Monday; the hour is that of the time zone. */
export const reportSchedules = pgTable(
  'report_schedules',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    /** The query of a view: filter, columns and order. */
    query: text('query').notNull(),
    format: text('format').$type<'csv' | 'xlsx' | 'ndjson'>().notNull(),
    /** The file of an accreditor in place of the view's own columns; null: none. */
    mappingKey: text('mapping_key'),
    /** Which days the file covers: all that the view finds, or the last whole week, month or quarter. */
    span: text('span').$type<'all' | 'week' | 'month' | 'quarter'>().notNull(),
    cadence: text('cadence').$type<'daily' | 'weekly' | 'monthly'>().notNull(),
    weekday: integer('weekday'),
    dayOfMonth: integer('day_of_month'),
    hour: integer('hour').notNull(),
    minute: integer('minute').notNull(),
    /** IANA name, e.g. `Europe/Berlin`. */
    timeZone: text('time_zone').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    pausedAt: instant('paused_at'),
    /** Null while it is paused. */
    nextRunAt: instant('next_run_at'),
    lastRunAt: instant('last_run_at')
  },
  (table) => [
    index('report_schedules_due').on(table.nextRunAt),
    check('report_schedules_name_given', sql`btrim(${table.name}) <> ''`),
    check('report_schedules_format_known', sql`${table.format} in ('csv', 'xlsx', 'ndjson')`),
    check('report_schedules_span_known', sql`${table.span} in ('all', 'week', 'month', 'quarter')`),
    check(
      'report_schedules_cadence_whole',
      sql`case ${table.cadence} when 'daily' then ${table.weekday} is null and ${table.dayOfMonth} is null
        when 'weekly' then ${table.weekday} between 1 and 7 and ${table.dayOfMonth} is null
        when 'monthly' then ${table.dayOfMonth} between 1 and 28 and ${table.weekday} is null else false end`
    ),
    check(
      'report_schedules_time_range',
      sql`${table.hour} between 0 and 23 and ${table.minute} between 0 and 59`
    ),
    check(
      'report_schedules_paused_waits',
      sql`(${table.pausedAt} is null) = (${table.nextRunAt} is not null)`
    )
  ]
);

/** To whom a scheduled report is announced: with a link, never with the file. */
export const reportScheduleRecipients = pgTable(
  'report_schedule_recipients',
  {
    scheduleId: uuid('schedule_id')
      .notNull()
      .references(() => reportSchedules.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id)
  },
  (table) => [primaryKey({ columns: [table.scheduleId, table.personId] })]
);

/**
 * Every file that left or is to leave: a download as it streams, or a file that is made in the background and kept for
 * some days. `rowsExpected` is counted at the start; `rowsWritten` rises while it is made.
 */
export const reportExports = pgTable(
  'report_exports',
  {
    id: uuid('id').primaryKey(),
    way: text('way').$type<'download' | 'background' | 'schedule' | 'command-line' | 'api'>().notNull(),
    /** Null: the command line, or a schedule. */
    requestedBy: uuid('requested_by').references(() => people.id),
    apiTokenId: uuid('api_token_id').references(() => apiTokens.id),
    scheduleId: uuid('schedule_id').references(() => reportSchedules.id, { onDelete: 'set null' }),
    /** Why it was asked for; empty where nobody was asked. */
    reason: text('reason').notNull().default(''),
    query: text('query').notNull(),
    format: text('format').$type<'csv' | 'xlsx' | 'ndjson'>().notNull(),
    mappingVersionId: uuid('mapping_version_id').references(() => mappingVersions.id),
    fileName: text('file_name').notNull(),
    state: text('state').$type<'waiting' | 'running' | 'finished' | 'failed' | 'cancelled'>().notNull(),
    rowsExpected: bigint('rows_expected', { mode: 'number' }),
    rowsWritten: bigint('rows_written', { mode: 'number' }).notNull().default(0),
    bytes: bigint('bytes', { mode: 'number' }),
    sha256: text('sha256'),
    failure: text('failure'),
    createdAt: instant('created_at').notNull(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    cancelAskedAt: instant('cancel_asked_at'),
    /** Until when the file is kept; null: none is (a download). */
    keptUntil: instant('kept_until'),
    removedAt: instant('removed_at')
  },
  (table) => [
    index('report_exports_newest').on(table.createdAt),
    index('report_exports_kept').on(table.keptUntil),
    check(
      'report_exports_way_known',
      sql`${table.way} in ('download', 'background', 'schedule', 'command-line', 'api')`
    ),
    check('report_exports_format_known', sql`${table.format} in ('csv', 'xlsx', 'ndjson')`),
    check(
      'report_exports_state_known',
      sql`${table.state} in ('waiting', 'running', 'finished', 'failed', 'cancelled')`
    ),
    check(
      'report_exports_finished_is_whole',
      sql`${table.state} <> 'finished' or (${table.sha256} is not null and ${table.bytes} is not null
        and ${table.finishedAt} is not null)`
    )
  ]
);

/** The file of an export in pieces, so that any instance can serve it. Gone once the days are over. */
export const reportExportParts = pgTable(
  'report_export_parts',
  {
    exportId: uuid('export_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    content: bytea('content').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.exportId, table.ordinal] }),
    foreignKey({
      name: 'report_export_parts_export_fk',
      columns: [table.exportId],
      foreignColumns: [reportExports.id]
    })
  ]
);
