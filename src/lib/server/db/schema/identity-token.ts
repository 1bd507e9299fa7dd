import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './column-types.ts';
import { people } from './identity.ts';

/** What a program shows to use `/api/v1` in the name of a person. Only the token's SHA-256 is kept. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    tokenHash: bytea('token_hash').notNull().unique(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    /** What it may do, e.g. `completions:read`. */
    scopes: jsonb('scopes').$type<string[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    lastUsedAt: instant('last_used_at')
  },
  (table) => [
    index('api_tokens_owner').on(table.ownerId),
    check('api_tokens_name_given', sql`btrim(${table.name}) <> ''`),
    check('api_tokens_expires', sql`${table.expiresAt} > ${table.createdAt}`),
    check('api_tokens_scoped', sql`jsonb_array_length(${table.scopes}) > 0`)
  ]
);
