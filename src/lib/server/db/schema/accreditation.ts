import { sql } from 'drizzle-orm';
import { check, date, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { CreditRule } from '#lib/domain/accreditation/credit-rule.ts';
import { instant } from './column-types.ts';
import { people } from './identity.ts';

/** Who is accredited, as an admin stated it on a day; the newest row holds. Append-only. */
export const providerVersions = pgTable(
  'provider_versions',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    /** The id that the accreditor gave, e.g. of ACCME. */
    accreditorId: text('accreditor_id').notNull(),
    /** Who accredits it, e.g. `ACCME`. */
    accreditor: text('accreditor').notNull(),
    mode: text('mode').$type<'direct' | 'joint'>().notNull(),
    /** With whom activities are planned; empty where it provides alone. */
    jointProviders: text('joint_providers').notNull().default(''),
    address: text('address').notNull(),
    contact: text('contact').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => people.id)
  },
  (table) => [
    check('provider_versions_mode_known', sql`${table.mode} in ('direct', 'joint')`),
    check(
      'provider_versions_complete',
      sql`btrim(${table.name}) <> '' and btrim(${table.accreditorId}) <> '' and btrim(${table.accreditor}) <> ''
        and (${table.mode} = 'direct' or btrim(${table.jointProviders}) <> '')`
    )
  ]
);

/**
 * The rules of a credit type as of a day. A change is a new version with a later day; a row is never changed, so that a
 * document of six years ago can be explained. `createdBy` is null for the rules that the program brings.
 */
export const creditRules = pgTable(
  'credit_rules',
  {
    id: uuid('id').primaryKey(),
    /** Which rule it is a version of, e.g. `ama-pra-1`. */
    key: text('key').notNull(),
    version: integer('version').notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    rule: jsonb('rule').$type<CreditRule>().notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by').references(() => people.id)
  },
  (table) => [
    unique('credit_rules_version_unique').on(table.key, table.version),
    unique('credit_rules_valid_from_unique').on(table.key, table.validFrom),
    check('credit_rules_version_positive', sql`${table.version} > 0`)
  ]
);

/**
 * The wording under which credit is offered. A row is never changed: an activity version names the row that it was
 * published with, so the wording of six years ago can be read. `demonstration` prints no accreditor's words.
 */
export const accreditationStatements = pgTable(
  'accreditation_statements',
  {
    id: uuid('id').primaryKey(),
    mode: text('mode').notNull(),
    label: text('label').notNull(),
    statement: text('statement').notNull(),
    providerName: text('provider_name'),
    createdAt: instant('created_at').notNull()
  },
  (table) => [
    check('accreditation_mode_known', sql`${table.mode} in ('demonstration', 'accredited')`),
    check(
      'accreditation_provider_named',
      sql`${table.mode} = 'demonstration' or ${table.providerName} is not null`
    )
  ]
);
