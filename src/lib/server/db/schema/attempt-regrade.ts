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
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core';
import type { Response } from '#lib/domain/attempt/response.ts';
import { instant } from './column-types.ts';
import { attempts } from './attempt.ts';
import { people } from './identity.ts';
import { itemVersions } from './question-bank.ts';

/**
 * A decision about how responses to an item version are scored from now on and in the past; one at a time is in force for
 * a version. Append-only but for its undoing.
 */
export const regrades = pgTable(
  'regrades',
  {
    id: uuid('id').primaryKey(),
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id),
    kind: text('kind').$type<'accept-key' | 'full-mark' | 'drop-item' | 'new-key'>().notNull(),
    /** Of `accept-key`: the further responses that are right. */
    accepted: jsonb('accepted').$type<Response[]>().notNull().default([]),
    /** Of `new-key`: the later version whose key holds. */
    keyVersionId: uuid('key_version_id').references(() => itemVersions.id),
    reason: text('reason').notNull(),
    decidedAt: instant('decided_at').notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => people.id),
    undoneAt: instant('undone_at'),
    undoneBy: uuid('undone_by').references(() => people.id),
    undoReason: text('undo_reason')
  },
  (table) => [
    uniqueIndex('regrades_one_in_force')
      .on(table.itemVersionId)
      .where(sql`${table.undoneAt} is null`),
    check('regrades_kind_known', sql`${table.kind} in ('accept-key', 'full-mark', 'drop-item', 'new-key')`),
    check('regrades_key_version', sql`(${table.kind} = 'new-key') = (${table.keyVersionId} is not null)`),
    check(
      'regrades_accepted',
      sql`(${table.kind} = 'accept-key') = (jsonb_array_length(${table.accepted}) > 0)`
    ),
    check('regrades_reason_given', sql`btrim(${table.reason}) <> ''`),
    check(
      'regrades_undone_whole',
      sql`(${table.undoneAt} is null) = (${table.undoneBy} is null) and (${table.undoneAt} is null) = (${table.undoReason} is null)`
    )
  ]
);

/**
 * What a regrade, or its undoing, changed in an attempt that was submitted. A trigger lets the score of such an attempt
 * change only as one of these rows says. Append-only.
 */
export const regradeChanges = pgTable(
  'regrade_changes',
  {
    regradeId: uuid('regrade_id').notNull(),
    attemptId: uuid('attempt_id').notNull(),
    isUndo: boolean('is_undo').notNull(),
    correctBefore: integer('correct_before').notNull(),
    correctAfter: integer('correct_after').notNull(),
    droppedBefore: integer('dropped_before').notNull(),
    droppedAfter: integer('dropped_after').notNull(),
    passedBefore: boolean('passed_before'),
    passedAfter: boolean('passed_after')
  },
  (table) => [
    primaryKey({ columns: [table.regradeId, table.attemptId, table.isUndo] }),
    // The trigger on attempts looks its permission up by this, once for each attempt that is rescored.
    index('regrade_changes_attempt').on(table.attemptId),
    foreignKey({
      name: 'regrade_changes_regrade_fk',
      columns: [table.regradeId],
      foreignColumns: [regrades.id]
    }),
    foreignKey({
      name: 'regrade_changes_attempt_fk',
      columns: [table.attemptId],
      foreignColumns: [attempts.id]
    })
  ]
);
