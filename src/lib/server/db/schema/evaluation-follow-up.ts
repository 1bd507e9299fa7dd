import { sql } from 'drizzle-orm';
import {
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
  uuid
} from 'drizzle-orm/pg-core';
import type { Response } from '#lib/domain/attempt/response.ts';
import { bytea, instant } from './column-types.ts';
import { evaluations } from './evaluation.ts';
import { people } from './identity.ts';
import { itemVersions } from './question-bank.ts';

/**
 * A question some weeks after an evaluation, e.g. after 30, 60 and 90 days: what became of the commitments, and a few items that ask for the same objectives.
 * Never a condition of a certificate. Its link works without signing in; only the SHA-256 of the token is kept.
 */
export const followUps = pgTable(
  'follow_ups',
  {
    id: uuid('id').primaryKey(),
    evaluationId: uuid('evaluation_id')
      .notNull()
      .references(() => evaluations.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    days: integer('days').notNull(),
    dueAt: instant('due_at').notNull(),
    state: text('state').$type<'planned' | 'sent' | 'answered' | 'cancelled'>().notNull(),
    tokenHash: bytea('token_hash').unique(),
    answeredAt: instant('answered_at')
  },
  (table) => [
    unique('follow_ups_once').on(table.evaluationId, table.days),
    index('follow_ups_due').on(table.state, table.dueAt),
    check('follow_ups_days_range', sql`${table.days} between 1 and 366`),
    check('follow_ups_state_known', sql`${table.state} in ('planned', 'sent', 'answered', 'cancelled')`),
    check('follow_ups_answered_at', sql`(${table.state} = 'answered') = (${table.answeredAt} is not null)`)
  ]
);

/** What a learner says has become of a commitment, which is quoted as it was written. */
export const followUpCommitments = pgTable(
  'follow_up_commitments',
  {
    followUpId: uuid('follow_up_id')
      .notNull()
      .references(() => followUps.id),
    ordinal: integer('ordinal').notNull(),
    commitment: text('commitment').notNull(),
    status: text('status').$type<'made' | 'partly' | 'not-yet' | 'given-up'>().notNull(),
    barriers: jsonb('barriers').$type<string[]>().notNull().default([])
  },
  (table) => [
    primaryKey({ columns: [table.followUpId, table.ordinal] }),
    check(
      'follow_up_commitments_status_known',
      sql`${table.status} in ('made', 'partly', 'not-yet', 'given-up')`
    )
  ]
);

/** The items that a follow-up asks, drawn when it is sent. */
export const followUpItems = pgTable(
  'follow_up_items',
  {
    followUpId: uuid('follow_up_id')
      .notNull()
      .references(() => followUps.id),
    position: integer('position').notNull(),
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id),
    optionOrder: jsonb('option_order').$type<string[]>().notNull(),
    targetOrder: jsonb('target_order').$type<string[]>().notNull().default([])
  },
  (table) => [primaryKey({ columns: [table.followUpId, table.position] })]
);

/** What was answered to an item of a follow-up; once, and of no weight for credit. */
export const followUpResponses = pgTable(
  'follow_up_responses',
  {
    followUpId: uuid('follow_up_id').notNull(),
    position: integer('position').notNull(),
    response: jsonb('response').$type<Response>().notNull(),
    correct: boolean('correct').notNull(),
    answeredAt: instant('answered_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.followUpId, table.position] }),
    foreignKey({
      name: 'follow_up_responses_item_fk',
      columns: [table.followUpId, table.position],
      foreignColumns: [followUpItems.followUpId, followUpItems.position]
    })
  ]
);
