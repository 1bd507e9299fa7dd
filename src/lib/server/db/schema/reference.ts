import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { CslReference } from '#lib/domain/reference/csl-reference.ts';
import { instant } from './column-types.ts';
import { people } from './identity.ts';

/** The source records, in CSL-JSON. `citationKey` is how lessons and items name one, e.g. `chen2017`. */
export const references = pgTable(
  'references',
  {
    id: uuid('id').primaryKey(),
    citationKey: text('citation_key').notNull().unique(),
    csl: jsonb('csl').$type<CslReference>().notNull(),
    authorsTruncated: boolean('authors_truncated').notNull().default(false),
    /** What its package says beside the CSL: how it was verified, notes of the editor. */
    custom: jsonb('custom').$type<Record<string, unknown>>().notNull().default({}),
    /** What kind of evidence it is, e.g. `systematic-review`; empty: not judged. */
    evidenceLevel: text('evidence_level').notNull().default(''),
    /** The day by which someone is to look at it again. */
    reviewDueOn: date('review_due_on', { mode: 'string' }),
    status: text('status')
      .$type<'current' | 'corrected' | 'expression-of-concern' | 'retracted'>()
      .notNull()
      .default('current'),
    statusNote: text('status_note').notNull().default(''),
    statusChangedAt: instant('status_changed_at'),
    statusChangedBy: uuid('status_changed_by').references(() => people.id),
    /** When and by whom the status was last looked up on the web, and found it so. */
    checkedAt: instant('checked_at'),
    checkedBy: uuid('checked_by').references(() => people.id),
    /** Key, title, names, journal, year and identifiers in lower case. */
    searchText: text('search_text').notNull().default(''),
    /** Both are read off `csl` by the database, for finding duplicates. */
    doi: text('doi').generatedAlwaysAs(sql`lower(csl ->> 'DOI')`),
    pmid: text('pmid').generatedAlwaysAs(sql`csl ->> 'PMID'`),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    index('references_doi').on(table.doi),
    index('references_pmid').on(table.pmid),
    index('references_status').on(table.status),
    check(
      'references_status_known',
      sql`${table.status} in ('current', 'corrected', 'expression-of-concern', 'retracted')`
    )
  ]
);

/** What the library may do: one row. */
export const referenceSettings = pgTable(
  'reference_settings',
  {
    id: integer('id').primaryKey(),
    /** Whether references may be looked up on the web; false: no request leaves the server. */
    looksUp: boolean('looks_up').notNull().default(false),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => people.id)
  },
  (table) => [check('reference_settings_one_row', sql`${table.id} = 1`)]
);
