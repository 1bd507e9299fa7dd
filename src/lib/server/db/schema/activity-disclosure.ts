import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid
} from 'drizzle-orm/pg-core';
import type { RelationshipKind } from '#lib/domain/activity/relationship-kinds.ts';
import { instant } from './column-types.ts';
import { activityVersions } from './activity.ts';
import { people } from './identity.ts';

/** What a person in control of content declared, as published with the version. */
export const facultyDisclosures = pgTable(
  'faculty_disclosures',
  {
    activityVersionId: uuid('activity_version_id')
      .notNull()
      .references(() => activityVersions.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    /** What learners read, e.g. `Example Pharma: research funding.` */
    relationships: text('relationships').notNull(),
    /** Whose it is, where that person has an account here. */
    personId: uuid('person_id').references(() => people.id),
    /** The day of the declaration; it covers the 24 months before (cme-rules.md §1.1). Null: not declared yet. */
    declaredOn: date('declared_on', { mode: 'string' })
  },
  (table) => [
    primaryKey({ columns: [table.activityVersionId, table.position] }),
    unique('faculty_disclosures_person_once').on(table.activityVersionId, table.personId)
  ]
);

/** A relationship with an ineligible company within 24 months, as declared; a relevant one is mitigated before release. */
export const financialRelationships = pgTable(
  'financial_relationships',
  {
    activityVersionId: uuid('activity_version_id').notNull(),
    disclosurePosition: integer('disclosure_position').notNull(),
    ordinal: integer('ordinal').notNull(),
    company: text('company').notNull(),
    /** What the relationship is; null: not chosen yet. */
    kind: text('kind').$type<RelationshipKind>(),
    /** The same in words for learners, e.g. `advisory board`; empty: the words of its kind. */
    nature: text('nature').notNull(),
    ended: boolean('ended').notNull(),
    /** Whether the content has to do with the company's products; null: not judged yet. */
    relevant: boolean('relevant'),
    mitigation: text('mitigation').notNull().default(''),
    mitigatedOn: date('mitigated_on', { mode: 'string' })
  },
  (table) => [
    primaryKey({
      name: 'financial_relationships_pk',
      columns: [table.activityVersionId, table.disclosurePosition, table.ordinal]
    }),
    foreignKey({
      name: 'financial_relationships_disclosure_fk',
      columns: [table.activityVersionId, table.disclosurePosition],
      foreignColumns: [facultyDisclosures.activityVersionId, facultyDisclosures.position]
    }),
    check(
      'financial_relationships_kind_known',
      sql`${table.kind} in ('owner', 'employee', 'stock', 'consultant', 'speaker', 'research', 'contractor', 'royalties', 'other')`
    ),
    check('financial_relationships_company_named', sql`btrim(${table.company}) <> ''`)
  ]
);

/** Who changed anything in an activity version: they control content, and disclose before it is released. */
export const activityEditors = pgTable(
  'activity_editors',
  {
    activityVersionId: uuid('activity_version_id')
      .notNull()
      .references(() => activityVersions.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    firstAt: instant('first_at').notNull()
  },
  (table) => [primaryKey({ columns: [table.activityVersionId, table.personId] })]
);
