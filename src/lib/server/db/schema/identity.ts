import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core';
import { bytea, instant } from './column-types.ts';

/** Someone with an account. The e-mail address is unique without regard to case. */
export const people = pgTable(
  'people',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    /** Null: signs in without a password, with a passkey or at an institution. */
    passwordHash: text('password_hash'),
    /** When a link that was sent to the address was last opened; null: never. */
    emailVerifiedAt: instant('email_verified_at'),
    createdAt: instant('created_at').notNull(),
    disabledAt: instant('disabled_at'),
    /** When all that said who it is was removed; the row stays as a pseudonym. */
    erasedAt: instant('erased_at')
  },
  (table) => [uniqueIndex('people_email_unique').on(sql`lower(${table.email})`)]
);

/** What a credit record must say of a healthcare professional; asked once, at sign-up. */
export const profiles = pgTable(
  'profiles',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    credentials: text('credentials').notNull().default(''),
    profession: text('profession').notNull(),
    specialty: text('specialty').notNull().default(''),
    country: text('country').notNull(),
    npi: text('npi'),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    check('profiles_country_form', sql`${table.country} ~ '^[A-Z]{2}$'`),
    check('profiles_npi_form', sql`${table.npi} ~ '^[12][0-9]{9}$'`),
    check('profiles_name_present', sql`${table.givenName} || ${table.familyName} <> ''`)
  ]
);

/** The roles that a person holds; several are possible. */
export const personRoles = pgTable(
  'person_roles',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').notNull(),
    grantedAt: instant('granted_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.role] }),
    check('person_roles_known', sql`${table.role} in ('clinician', 'educator', 'admin')`)
  ]
);

/** Sign-in sessions. Only the SHA-256 of the id is kept, so a dump of this table signs nobody in. */
export const sessions = pgTable(
  'sessions',
  {
    idHash: bytea('id_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    absoluteExpiresAt: instant('absolute_expires_at').notNull(),
    /** What lists and forms call it by: the hash stays inside. */
    handle: uuid('handle').notNull().unique().defaultRandom(),
    /** What proved who it is at the beginning. */
    method: text('method', { enum: ['password', 'passkey', 'institution'] })
      .notNull()
      .default('password'),
    /** When the person last proved who they are: before what must not happen to a screen left alone. */
    provenAt: instant('proven_at').notNull().defaultNow(),
    /** When a second factor was shown; null: not in this session. */
    secondFactorAt: instant('second_factor_at'),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    /** In words for people, e.g. `Firefox on Linux`; never the whole header. */
    browser: text('browser').notNull().default(''),
    /** The network that it began in, truncated: never an address. */
    network: text('network').notNull().default('')
  },
  (table) => [
    index('sessions_person').on(table.personId),
    check('sessions_method_known', sql`${table.method} in ('password', 'passkey', 'institution')`)
  ]
);

/** The one-time link, printed at start, that makes the first admin. Only the token's SHA-256 is kept. */
export const setUpLinks = pgTable('set_up_links', {
  tokenHash: bytea('token_hash').primaryKey(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at')
});

/**
 * Who did what to which record, when. Append-only: a trigger refuses update, delete and truncate. What is personal beside
 * the pseudonymous ids stands in `audit_particulars`; the chain that seals the rows in `audit_seals`.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id').references(() => people.id),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
    /** What changed, as it was and as it is; null where the action changes nothing that is told this way. */
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>()
  },
  (table) => [
    index('audit_events_subject').on(table.subjectKind, table.subjectId),
    index('audit_events_actor').on(table.actorId, table.at, table.id),
    index('audit_events_at').on(table.at, table.id),
    index('audit_events_action').on(table.action.op('text_pattern_ops'), table.at, table.id)
  ]
);
