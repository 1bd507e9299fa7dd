import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './column-types.ts';
import { people } from './identity.ts';

/** Credit that a person earned elsewhere and entered by hand; nobody here vouches for it. */
export const externalCredits = pgTable(
  'external_credits',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    title: text('title').notNull(),
    provider: text('provider').notNull(),
    creditType: text('credit_type').notNull(),
    quarterCredits: integer('quarter_credits').notNull(),
    completedOn: date('completed_on', { mode: 'string' }).notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    index('external_credits_person').on(table.personId),
    check('external_credits_amount_range', sql`${table.quarterCredits} between 1 and 4000`),
    check('external_credits_named', sql`btrim(${table.title}) <> '' and btrim(${table.provider}) <> ''`)
  ]
);

/** The document behind a credit that was earned elsewhere. */
export const externalCreditDocuments = pgTable(
  'external_credit_documents',
  {
    externalCreditId: uuid('external_credit_id').primaryKey(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    content: bytea('content').notNull()
  },
  (table) => [
    foreignKey({
      name: 'external_credit_documents_credit_fk',
      columns: [table.externalCreditId],
      foreignColumns: [externalCredits.id]
    }),
    check(
      'external_credit_documents_type_known',
      sql`${table.mediaType} in ('application/pdf', 'image/png', 'image/jpeg')`
    ),
    check('external_credit_documents_size', sql`octet_length(${table.content}) between 1 and 5242880`)
  ]
);

/** A link under which others may read a person's transcript until a day. Only the SHA-256 of the token is kept. */
export const transcriptShares = pgTable(
  'transcript_shares',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    tokenHash: bytea('token_hash').notNull().unique(),
    /** For whom, in the person's own words. */
    label: text('label').notNull(),
    /** Completions from and to these days; null: no bound. */
    fromDay: date('from_day', { mode: 'string' }),
    toDay: date('to_day', { mode: 'string' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at')
  },
  (table) => [index('transcript_shares_person').on(table.personId)]
);
