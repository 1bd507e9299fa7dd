import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './column-types.ts';
import { accreditationStatements, creditRules, providerVersions } from './accreditation.ts';
import { activityVersions } from './activity.ts';
import { people } from './identity.ts';

/** Which credit a version offers under which version of its rules. Frozen with the activity version. */
export const activityCreditOffers = pgTable(
  'activity_credit_offers',
  {
    activityVersionId: uuid('activity_version_id').notNull(),
    creditRuleId: uuid('credit_rule_id').notNull(),
    /** What the provider designated, in quarter credits. */
    maximumQuarterCredits: integer('maximum_quarter_credits').notNull()
  },
  (table) => [
    primaryKey({ name: 'activity_credit_offers_pk', columns: [table.activityVersionId, table.creditRuleId] }),
    foreignKey({
      name: 'activity_credit_offers_version_fk',
      columns: [table.activityVersionId],
      foreignColumns: [activityVersions.id]
    }),
    foreignKey({
      name: 'activity_credit_offers_rule_fk',
      columns: [table.creditRuleId],
      foreignColumns: [creditRules.id]
    }),
    check('activity_credit_offers_maximum_positive', sql`${table.maximumQuarterCredits} > 0`)
  ]
);

/**
 * An admin's word that the provider designated a version for credit, before it was released (cme-rules.md §0.1: never in
 * retrospect). `facts` is what was attested: provider, dates, credit. Append-only.
 */
export const accreditationAttestations = pgTable(
  'accreditation_attestations',
  {
    id: uuid('id').primaryKey(),
    /** No foreign key: what was attested stays on record when the draft is discarded. A trigger looks at it. */
    activityVersionId: uuid('activity_version_id').notNull(),
    accreditationStatementId: uuid('accreditation_statement_id').notNull(),
    providerVersionId: uuid('provider_version_id').notNull(),
    wording: text('wording').notNull(),
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    attestedBy: uuid('attested_by')
      .notNull()
      .references(() => people.id),
    attestedAt: instant('attested_at').notNull()
  },
  (table) => [
    foreignKey({
      name: 'accreditation_attestations_statement_fk',
      columns: [table.accreditationStatementId],
      foreignColumns: [accreditationStatements.id]
    }),
    foreignKey({
      name: 'accreditation_attestations_provider_fk',
      columns: [table.providerVersionId],
      foreignColumns: [providerVersions.id]
    })
  ]
);

/** The activity's own logo or a signature, as its certificates print it. Frozen with the activity version. */
export const activityCertificateImages = pgTable(
  'activity_certificate_images',
  {
    activityVersionId: uuid('activity_version_id').notNull(),
    kind: text('kind').$type<'logo' | 'signature'>().notNull(),
    mediaType: text('media_type').$type<'image/png' | 'image/jpeg'>().notNull(),
    content: bytea('content').notNull(),
    /** What it shows: the name of the organization, or name and office of who signs. */
    caption: text('caption').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.activityVersionId, table.kind] }),
    foreignKey({
      name: 'activity_certificate_images_version_fk',
      columns: [table.activityVersionId],
      foreignColumns: [activityVersions.id]
    }),
    check('activity_certificate_images_kind_known', sql`${table.kind} in ('logo', 'signature')`),
    check('activity_certificate_images_type_known', sql`${table.mediaType} in ('image/png', 'image/jpeg')`),
    check('activity_certificate_images_size', sql`octet_length(${table.content}) between 1 and 524288`),
    check('activity_certificate_images_captioned', sql`btrim(${table.caption}) <> ''`)
  ]
);
