import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { activityVersions } from './activity.ts';
import { attempts } from './attempt.ts';
import { evaluations } from './evaluation.ts';
import { people } from './identity.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

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
    index('completions_by_date').on(table.completedOn, table.id)
  ]
);

/** Credit that was claimed and awarded, in quarter credits. Append-only. */
export const credits = pgTable(
  'credits',
  {
    id: uuid('id').primaryKey(),
    completionId: uuid('completion_id')
      .notNull()
      .unique()
      .references(() => completions.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    activityVersionId: uuid('activity_version_id')
      .notNull()
      .references(() => activityVersions.id),
    quarterCredits: integer('quarter_credits').notNull(),
    maximumQuarterCredits: integer('maximum_quarter_credits').notNull(),
    claimedAt: instant('claimed_at').notNull()
  },
  (table) => [
    unique('credits_once').on(table.personId, table.activityVersionId),
    check('credits_amount_range', sql`${table.quarterCredits} between 1 and ${table.maximumQuarterCredits}`)
  ]
);
