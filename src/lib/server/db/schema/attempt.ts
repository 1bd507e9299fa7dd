import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core';
import type { Response } from '#lib/domain/attempt/response.ts';
import { instant } from './column-types.ts';
import { assessments } from './activity.ts';
import { people } from './identity.ts';
import { itemVersions } from './question-bank.ts';

/** One sitting. The drawn form is in `attempt_items`; the seed lets anyone draw it again. */
export const attempts = pgTable(
  'attempts',
  {
    id: uuid('id').primaryKey(),
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** 1 for the person's first attempt at this assessment. */
    ordinal: integer('ordinal').notNull(),
    state: text('state').$type<'in-progress' | 'submitted'>().notNull(),
    seed: bigint('seed', { mode: 'number' }).notNull(),
    /** Equal to the number of responses, always. */
    answered: integer('answered').notNull().default(0),
    startedAt: instant('started_at').notNull(),
    /** Set at the start by `closingTime`; null: not timed. */
    closesAt: instant('closes_at'),
    submittedAt: instant('submitted_at'),
    itemsCorrect: integer('items_correct'),
    itemsTotal: integer('items_total').notNull(),
    /** Items that a regrade took out of the score; `itemsTotal` less these are what counts. */
    itemsDropped: integer('items_dropped').notNull().default(0),
    /** Null where the assessment has no passing standard. */
    passed: boolean('passed')
  },
  (table) => [
    unique('attempts_ordinal_unique').on(table.assessmentId, table.personId, table.ordinal),
    uniqueIndex('attempts_one_open')
      .on(table.assessmentId, table.personId)
      .where(sql`${table.state} = 'in-progress'`),
    index('attempts_person').on(table.personId),
    index('attempts_closing')
      .on(table.closesAt)
      .where(sql`${table.state} = 'in-progress' and ${table.closesAt} is not null`),
    check('attempts_state_known', sql`${table.state} in ('in-progress', 'submitted')`),
    check(
      'attempts_submitted_is_scored',
      sql`(${table.state} = 'submitted') = (${table.submittedAt} is not null and ${table.itemsCorrect} is not null)`
    ),
    check('attempts_closes_after_start', sql`${table.closesAt} > ${table.startedAt}`),
    check('attempts_answered_range', sql`${table.answered} between 0 and ${table.itemsTotal}`),
    check('attempts_dropped_range', sql`${table.itemsDropped} between 0 and ${table.itemsTotal}`),
    check(
      'attempts_correct_range',
      sql`${table.itemsCorrect} between 0 and ${table.itemsTotal} - ${table.itemsDropped}`
    )
  ]
);

/** The drawn form: which item version stood where, its options in which order, and the learner's marks on it. */
export const attemptItems = pgTable(
  'attempt_items',
  {
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id),
    position: integer('position').notNull(),
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id),
    optionOrder: jsonb('option_order').$type<string[]>().notNull(),
    targetOrder: jsonb('target_order').$type<string[]>().notNull().default([]),
    flagged: boolean('flagged').notNull().default(false),
    ruledOut: jsonb('ruled_out').$type<string[]>().notNull().default([])
  },
  (table) => [
    primaryKey({ columns: [table.attemptId, table.position] }),
    unique('attempt_items_version_unique').on(table.attemptId, table.itemVersionId),
    index('attempt_items_item_version').on(table.itemVersionId)
  ]
);

/**
 * The response to one item of an attempt. `sequence` rises with each change, so that an old tab cannot overwrite a new
 * response; `idempotencyKey` names the request that wrote it, so that a repeated request gets the first outcome.
 */
export const responses = pgTable(
  'responses',
  {
    attemptId: uuid('attempt_id').notNull(),
    position: integer('position').notNull(),
    response: jsonb('response').$type<Response>().notNull(),
    correct: boolean('correct').notNull(),
    sequence: integer('sequence').notNull(),
    idempotencyKey: uuid('idempotency_key').notNull(),
    answeredAt: instant('answered_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.attemptId, table.position] }),
    foreignKey({
      columns: [table.attemptId, table.position],
      foreignColumns: [attemptItems.attemptId, attemptItems.position]
    }),
    check('responses_sequence_positive', sql`${table.sequence} > 0`)
  ]
);
