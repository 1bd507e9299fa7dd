import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './column-types.ts';
import { people } from './identity.ts';

/**
 * What an admin granted a person for attempts with a time limit. It says nothing of why. A row is ended, never changed: a
 * trigger holds to that, and lets erasure alone remove it. One at a time stands for a person.
 */
export const accommodations = pgTable(
  'accommodations',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Of the limit. */
    extraTimePercent: integer('extra_time_percent').notNull(),
    breakMinutes: integer('break_minutes').notNull(),
    /** No limit at all; time and breaks are none then. */
    untimed: boolean('untimed').notNull(),
    /** The first and the last day; no last day: until it is ended. */
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validUntil: date('valid_until', { mode: 'string' }),
    /** Who confirmed it, never a diagnosis. */
    basis: text('basis').notNull(),
    grantedAt: instant('granted_at').notNull(),
    grantedBy: uuid('granted_by')
      .notNull()
      .references(() => people.id),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by').references(() => people.id)
  },
  (table) => [
    uniqueIndex('accommodations_one_standing')
      .on(table.personId)
      .where(sql`${table.endedAt} is null`),
    index('accommodations_person').on(table.personId),
    check('accommodations_extra_time_range', sql`${table.extraTimePercent} between 0 and 300`),
    check('accommodations_breaks_range', sql`${table.breakMinutes} between 0 and 240`),
    check(
      'accommodations_grant_something',
      sql`${table.untimed} = (${table.extraTimePercent} = 0 and ${table.breakMinutes} = 0)`
    ),
    check('accommodations_days_in_order', sql`${table.validUntil} >= ${table.validFrom}`),
    check('accommodations_basis_given', sql`btrim(${table.basis}) <> '' and length(${table.basis}) <= 200`),
    check('accommodations_ended_whole', sql`(${table.endedAt} is null) = (${table.endedBy} is null)`)
  ]
);
