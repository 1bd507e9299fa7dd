import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './column-types.ts';
import { institutions } from './identity-factor.ts';
import { personRoles } from './identity.ts';

/**
 * Roles that an institution's rule gave. Only these are withdrawn when the rule no longer fits; a role that an admin takes
 * goes with its row, and one that an admin gave has none.
 */
export const institutionRoles = pgTable(
  'institution_roles',
  {
    personId: uuid('person_id').notNull(),
    role: text('role').notNull(),
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institutions.id)
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.role] }),
    foreignKey({
      columns: [table.personId, table.role],
      foreignColumns: [personRoles.personId, personRoles.role],
      name: 'institution_roles_held'
    }).onDelete('cascade'),
    index('institution_roles_institution').on(table.institutionId)
  ]
);

/**
 * Somebody whom an institution vouched for and who has no account yet: what it said, kept until the person has told the
 * rest, an hour at most. Used once; only the token's SHA-256 is kept.
 */
export const institutionNewcomers = pgTable(
  'institution_newcomers',
  {
    tokenHash: bytea('token_hash').primaryKey(),
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institutions.id),
    subject: text('subject').notNull(),
    /** Null: the institution named no address that it has verified. */
    email: text('email'),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    roles: jsonb('roles').$type<string[]>().notNull(),
    usedSecondFactor: boolean('used_second_factor').notNull(),
    returnTo: text('return_to').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull()
  },
  (table) => [index('institution_newcomers_institution').on(table.institutionId)]
);
