import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid
} from 'drizzle-orm/pg-core';
import { bytea, instant } from './column-types.ts';
import { people } from './identity.ts';

/** Links in letters that prove an address or let a password be replaced. Only the token's SHA-256 is kept. */
export const accountLinks = pgTable(
  'account_links',
  {
    tokenHash: bytea('token_hash').primaryKey(),
    purpose: text('purpose').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** The address that the letter went to: what the link proves. */
    email: text('email').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at')
  },
  (table) => [
    index('account_links_person').on(table.personId),
    check(
      'account_links_purpose_known',
      sql`${table.purpose} in ('verify-email', 'change-email', 'reset-password')`
    ),
    check('account_links_expires', sql`${table.expiresAt} > ${table.createdAt}`)
  ]
);

/** A sign-in whose first factor was right and whose second is awaited. Only the token's SHA-256 is kept. */
export const pendingSignIns = pgTable(
  'pending_sign_ins',
  {
    tokenHash: bytea('token_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    method: text('method').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull()
  },
  (table) => [
    index('pending_sign_ins_person').on(table.personId),
    check('pending_sign_ins_method_known', sql`${table.method} in ('password', 'institution')`)
  ]
);

/** The secret that a person's authenticator app shares with us, sealed. One that was never confirmed counts for nothing. */
export const authenticatorApps = pgTable('authenticator_apps', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id),
  sealedSecret: bytea('sealed_secret').notNull(),
  createdAt: instant('created_at').notNull(),
  confirmedAt: instant('confirmed_at'),
  /** The number of the last 30 seconds of which a code was taken: a code counts once. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0)
});

/** What gets a person in whose second factor is lost; each once. Only hashes are kept. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    codeHash: bytea('code_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    usedAt: instant('used_at')
  },
  (table) => [primaryKey({ columns: [table.personId, table.codeHash] })]
);

/** The public halves of people's passkeys (WebAuthn credentials). */
export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    credentialId: bytea('credential_id').notNull().unique(),
    publicKey: bytea('public_key').notNull(),
    /** Counts up where the device counts at all: a copy of it gives itself away by going back. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: jsonb('transports').$type<string[]>().notNull().default([]),
    isBackedUp: boolean('is_backed_up').notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at')
  },
  (table) => [
    index('passkeys_person').on(table.personId),
    check('passkeys_counter_range', sql`${table.counter} >= 0`),
    check('passkeys_name_given', sql`btrim(${table.name}) <> ''`)
  ]
);

/** What a passkey was asked to sign; used once, within five minutes. */
export const passkeyChallenges = pgTable(
  'passkey_challenges',
  {
    challengeHash: bytea('challenge_hash').primaryKey(),
    purpose: text('purpose').notNull(),
    /** Null: nobody knows yet who will sign in. */
    personId: uuid('person_id').references(() => people.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull()
  },
  (table) => [
    check(
      'passkey_challenges_purpose_known',
      sql`${table.purpose} in ('register', 'sign-in', 'second-factor')`
    ),
    check(
      'passkey_challenges_of_somebody',
      sql`${table.purpose} = 'sign-in' or ${table.personId} is not null`
    )
  ]
);

/** Institutions at which people can sign in (OpenID Connect). */
export const institutions = pgTable(
  'institutions',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    issuer: text('issuer').notNull().unique(),
    clientId: text('client_id').notNull(),
    /** Null: a public client. */
    sealedSecret: bytea('sealed_secret'),
    /** Which claim and value give which role: `[{ claim, value, role }]`. */
    roleRules: jsonb('role_rules')
      .$type<{ claim: string; value: string; role: string }[]>()
      .notNull()
      .default([]),
    /** Whether somebody whom we do not know yet gets an account. */
    makesAccounts: boolean('makes_accounts').notNull(),
    /** Whether its own second factor counts as ours where it says that one was used. */
    vouchesForSecondFactor: boolean('vouches_for_second_factor').notNull().default(false),
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    disabledAt: instant('disabled_at')
  },
  (table) => [
    check('institutions_name_given', sql`btrim(${table.name}) <> ''`),
    check('institutions_client_given', sql`btrim(${table.clientId}) <> ''`)
  ]
);

/** Who a person is at an institution: the subject, which never changes, and not the address, which may. */
export const institutionIdentities = pgTable(
  'institution_identities',
  {
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institutions.id),
    subject: text('subject').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at')
  },
  (table) => [
    primaryKey({ columns: [table.institutionId, table.subject] }),
    index('institution_identities_person').on(table.personId)
  ]
);

/** A sign-in that is on its way to an institution; used once, within ten minutes. The browser holds the state. */
export const institutionSignIns = pgTable('institution_sign_ins', {
  stateHash: bytea('state_hash').primaryKey(),
  institutionId: uuid('institution_id')
    .notNull()
    .references(() => institutions.id),
  nonce: text('nonce').notNull(),
  codeVerifier: text('code_verifier').notNull(),
  returnTo: text('return_to').notNull(),
  /** Who links an account of theirs; null: somebody signs in. */
  personId: uuid('person_id').references(() => people.id),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull()
});
