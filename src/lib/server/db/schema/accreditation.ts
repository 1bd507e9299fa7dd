import { sql } from 'drizzle-orm';
import { check, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * The wording under which credit is offered. A row is never changed: an activity version names the row that it was
 * published with, so the wording of six years ago can be read. `demonstration` prints no accreditor's words.
 */
export const accreditationStatements = pgTable(
  'accreditation_statements',
  {
    id: uuid('id').primaryKey(),
    mode: text('mode').notNull(),
    label: text('label').notNull(),
    statement: text('statement').notNull(),
    providerName: text('provider_name'),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull()
  },
  (table) => [
    check('accreditation_mode_known', sql`${table.mode} in ('demonstration', 'accredited')`),
    check(
      'accreditation_provider_named',
      sql`${table.mode} = 'demonstration' or ${table.providerName} is not null`
    )
  ]
);
