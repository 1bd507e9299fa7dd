import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './column-types.ts';
import { activityVersions } from './activity.ts';
import { completions } from './credit.ts';
import { people } from './identity.ts';

/**
 * Who asked that their data be erased. While a row is unfinished, triggers let the names that stand in frozen records of
 * this person be replaced, each by the one thing that `without_holder` says, and nothing else.
 */
export const erasures = pgTable(
  'erasures',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id),
    requestedAt: instant('requested_at').notNull(),
    /** Who asked for it: the person, or an admin on their behalf; null: the command line, after a restore. */
    requestedBy: uuid('requested_by').references(() => people.id),
    /** Why an admin did it; empty: the person asked here. */
    reason: text('reason').notNull().default(''),
    finishedAt: instant('finished_at')
  },
  (table) => [
    index('erasures_waiting')
      .on(table.requestedAt)
      .where(sql`${table.finishedAt} is null`)
  ]
);

/**
 * What a regulator may ask for of a completion whose learner was erased: the only place where the name of an erased person
 * is kept, until `keepUntil`. Sealed with AES-256-GCM where the operator set SIGNING_SECRET.
 */
export const retainedCreditRecords = pgTable(
  'retained_credit_records',
  {
    completionId: uuid('completion_id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    activityVersionId: uuid('activity_version_id').notNull(),
    completedOn: date('completed_on', { mode: 'string' }).notNull(),
    /** What was awarded; null: not claimed. */
    quarterCredits: integer('quarter_credits'),
    /** SHA-256 of the record as it was written, which holds chance: nobody finds a name by trying. */
    recordHash: text('record_hash').notNull(),
    sealedRecord: bytea('sealed_record'),
    plainRecord: jsonb('plain_record').$type<unknown>(),
    /** The last day on which it is kept. */
    keepUntil: date('keep_until', { mode: 'string' }).notNull(),
    createdAt: instant('created_at').notNull()
  },
  (table) => [
    foreignKey({
      name: 'retained_credit_records_completion_fk',
      columns: [table.completionId],
      foreignColumns: [completions.id]
    }),
    foreignKey({
      name: 'retained_credit_records_version_fk',
      columns: [table.activityVersionId],
      foreignColumns: [activityVersions.id]
    }),
    index('retained_credit_records_due').on(table.keepUntil),
    index('retained_credit_records_person').on(table.personId),
    check(
      'retained_credit_records_one_form',
      sql`(${table.sealedRecord} is null) <> (${table.plainRecord} is null)`
    )
  ]
);

/** How long what may be changed is kept: one row. Everything else about retention is data of the program. */
export const retentionSettings = pgTable(
  'retention_settings',
  {
    id: integer('id').primaryKey(),
    /** For how many years after a completion its credit record stays, also when its learner is erased. */
    creditRecordYears: integer('credit_record_years').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => people.id)
  },
  (table) => [
    check('retention_settings_one_row', sql`${table.id} = 1`),
    check('retention_settings_years_range', sql`${table.creditRecordYears} between 6 and 30`)
  ]
);
