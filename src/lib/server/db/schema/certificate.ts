import { sql } from 'drizzle-orm';
import { check, foreignKey, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import { bytea, instant } from './column-types.ts';
import { credits } from './credit.ts';
import { people } from './identity.ts';

/**
 * The issued record, with its whole text as it was on the day. `code` is what `/verify/[code]` takes: 130 random bits,
 * typed without care for case or hyphens. Append-only: a correction is a new document that names the one which it
 * supersedes; the old one says so when it is verified.
 */
export const certificates = pgTable(
  'certificates',
  {
    id: uuid('id').primaryKey(),
    creditId: uuid('credit_id')
      .notNull()
      .references(() => credits.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    code: text('code').notNull().unique(),
    document: jsonb('document').$type<CertificateDocument>().notNull(),
    issuedAt: instant('issued_at').notNull(),
    supersedesId: uuid('supersedes_id').unique(),
    reason: text('reason')
  },
  (table) => [
    foreignKey({
      name: 'certificates_supersedes_fk',
      columns: [table.supersedesId],
      foreignColumns: [table.id]
    }),
    uniqueIndex('certificates_once')
      .on(table.creditId)
      .where(sql`${table.supersedesId} is null`),
    // Corrections too: the unique index above does not find them.
    index('certificates_credit').on(table.creditId),
    index('certificates_person').on(table.personId),
    check('certificates_code_form', sql`${table.code} ~ '^[0-9A-HJKMNP-TV-Z]{26}$'`),
    check(
      'certificates_correction_has_reason',
      sql`(${table.supersedesId} is null) = (${table.reason} is null) and btrim(coalesce(${table.reason}, 'x')) <> ''`
    )
  ]
);

/** A document that does not hold any more, and why. Append-only. */
export const certificateRevocations = pgTable(
  'certificate_revocations',
  {
    certificateId: uuid('certificate_id')
      .primaryKey()
      .references(() => certificates.id),
    reason: text('reason').notNull(),
    revokedAt: instant('revoked_at').notNull(),
    revokedBy: uuid('revoked_by')
      .notNull()
      .references(() => people.id)
  },
  (table) => [check('certificate_revocations_reason_given', sql`btrim(${table.reason}) <> ''`)]
);

/** Documents whose holder does not want their facts on the public page. */
export const hiddenCertificates = pgTable('hidden_certificates', {
  certificateId: uuid('certificate_id')
    .primaryKey()
    .references(() => certificates.id),
  hiddenAt: instant('hidden_at').notNull()
});

/**
 * Lets a regulator see a hidden document for a while (cme-rules.md §1.6: participation is verified for six years). Only
 * the SHA-256 of the token is kept.
 */
export const verificationGrants = pgTable('verification_grants', {
  tokenHash: bytea('token_hash').primaryKey(),
  certificateId: uuid('certificate_id')
    .notNull()
    .references(() => certificates.id),
  /** Who asked, and by what right. */
  purpose: text('purpose').notNull(),
  grantedBy: uuid('granted_by')
    .notNull()
    .references(() => people.id),
  grantedAt: instant('granted_at').notNull(),
  expiresAt: instant('expires_at').notNull()
});

/**
 * Keys that sign badges; one at a time is in use. The private half is kept encrypted under a key from the environment,
 * and is empty once the key is retired.
 */
export const signingKeys = pgTable(
  'signing_keys',
  {
    kid: text('kid').primaryKey(),
    publicJwk: jsonb('public_jwk').$type<Record<string, unknown>>().notNull(),
    encryptedPrivateKey: bytea('encrypted_private_key').notNull(),
    createdAt: instant('created_at').notNull(),
    /** From when it signs nothing new; it stays published, so that older badges verify. */
    retiredAt: instant('retired_at')
  },
  (table) => [
    uniqueIndex('signing_keys_one_in_use')
      .on(sql`(${table.retiredAt} is null)`)
      .where(sql`${table.retiredAt} is null`)
  ]
);

/** The credential of a certificate as it was signed (Open Badges 3.0, VC-JWT). Append-only. */
export const badges = pgTable(
  'badges',
  {
    id: uuid('id').primaryKey(),
    certificateId: uuid('certificate_id')
      .notNull()
      .unique()
      .references(() => certificates.id),
    kid: text('kid')
      .notNull()
      .references(() => signingKeys.kid),
    /** Digests of what the credential says of achievement and issuer: the last part of their public addresses. */
    achievementId: text('achievement_id').notNull(),
    issuerId: text('issuer_id').notNull(),
    jwt: text('jwt').notNull(),
    issuedAt: instant('issued_at').notNull()
  },
  (table) => [index('badges_achievement').on(table.achievementId), index('badges_issuer').on(table.issuerId)]
);
