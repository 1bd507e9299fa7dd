import { sql } from 'drizzle-orm';
import { boolean, check, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { CslReference } from '#lib/domain/reference/csl-reference.ts';

/** The source records, in CSL-JSON. `citationKey` is how lessons and items name one, e.g. `chen2017`. */
export const references = pgTable(
  'references',
  {
    id: uuid('id').primaryKey(),
    citationKey: text('citation_key').notNull().unique(),
    csl: jsonb('csl').$type<CslReference>().notNull(),
    authorsTruncated: boolean('authors_truncated').notNull().default(false),
    status: text('status').notNull().default('current'),
    updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'date' }).notNull()
  },
  (table) => [
    check(
      'references_status_known',
      sql`${table.status} in ('current', 'corrected', 'expression-of-concern', 'retracted')`
    )
  ]
);
