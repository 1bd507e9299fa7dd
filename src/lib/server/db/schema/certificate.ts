import { sql } from 'drizzle-orm';
import { check, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import { credits } from './credit.ts';
import { people } from './identity.ts';

/**
 * The issued record, with its whole text as it was on the day. `code` is what `/verify/[code]` takes: 130 random bits,
 * typed without care for case or hyphens. Append-only.
 */
export const certificates = pgTable(
  'certificates',
  {
    id: uuid('id').primaryKey(),
    creditId: uuid('credit_id')
      .notNull()
      .unique()
      .references(() => credits.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    code: text('code').notNull().unique(),
    document: jsonb('document').$type<CertificateDocument>().notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true, mode: 'date' }).notNull()
  },
  (table) => [check('certificates_code_form', sql`${table.code} ~ '^[0-9A-HJKMNP-TV-Z]{26}$'`)]
);
