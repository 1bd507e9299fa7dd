import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core';
import type { ItemType } from '#lib/domain/question-bank/keyed-item.ts';
import type { CslReference } from '#lib/domain/reference/csl-reference.ts';
import { instant } from './column-types.ts';
import { people } from './identity.ts';
import { references } from './reference.ts';

/** A learning objective; its wording belongs to the activity version that states it. */
export const objectives = pgTable('objectives', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull()
});

/** A pool of items, e.g. `resistance-to-immunotherapy/practice`. */
export const questionBanks = pgTable('question_banks', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull().unique(),
  title: text('title').notNull()
});

/** One question through all of its versions. */
export const items = pgTable(
  'items',
  {
    id: uuid('id').primaryKey(),
    bankId: uuid('bank_id')
      .notNull()
      .references(() => questionBanks.id),
    externalId: text('external_id').notNull(),
    createdAt: instant('created_at').notNull(),
    /** All words of the newest version in lower case: stem, options, rationales, citation keys. Written with each save. */
    searchText: text('search_text').notNull().default('')
  },
  (table) => [unique('items_external_id_unique').on(table.bankId, table.externalId)]
);

/** Labels of an item through all of its versions. */
export const itemTags = pgTable(
  'item_tags',
  {
    itemId: uuid('item_id')
      .notNull()
      .references(() => items.id),
    tag: text('tag').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.tag] }),
    index('item_tags_tag').on(table.tag),
    check('item_tags_tag_form', sql`${table.tag} = btrim(lower(${table.tag})) and ${table.tag} <> ''`)
  ]
);

/**
 * One state of an item. A trigger refuses `live` without objective, key, rationales, a citation with its passage and the
 * approvals that `review_settings` asks for, and refuses every change to a version that is or was live except its
 * retirement. The content can be changed in `draft` and `changes-asked` only.
 */
export const itemVersions = pgTable(
  'item_versions',
  {
    id: uuid('id').primaryKey(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => items.id),
    version: integer('version').notNull(),
    status: text('status').notNull(),
    type: text('type').$type<ItemType>().notNull(),
    stem: text('stem').notNull(),
    /** How many options are to be chosen; only for `single` (1), `true-false` (1) and `multiple`. */
    select: integer('select'),
    /** What a number is given in, e.g. `months`; only for `numeric`, empty where it has none. */
    unit: text('unit').notNull().default(''),
    keyPoint: text('key_point').notNull(),
    objectiveId: uuid('objective_id').references(() => objectives.id),
    difficulty: text('difficulty').notNull(),
    /** Slug of the section to reread. */
    lessonSection: text('lesson_section'),
    usableInPretest: boolean('usable_in_pretest').notNull().default(false),
    /** External id of the item with which this one is compared before and after the lesson. */
    pairedWith: text('paired_with'),
    reviewNote: text('review_note').notNull().default(''),
    /** Rises with every saved change and whenever the version comes back from review; approvals name it. */
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    /** Null: it came with a package. */
    createdBy: uuid('created_by').references(() => people.id),
    updatedAt: instant('updated_at'),
    updatedBy: uuid('updated_by').references(() => people.id),
    /** What the lint found at the last save, and by which edition of its rules (0: not linted). */
    lintErrors: integer('lint_errors').notNull().default(0),
    lintWarnings: integer('lint_warnings').notNull().default(0),
    lintRules: jsonb('lint_rules').$type<string[]>().notNull().default([]),
    lintEdition: integer('lint_edition').notNull().default(0),
    publishedAt: instant('published_at'),
    retiredAt: instant('retired_at')
  },
  (table) => [
    unique('item_versions_number_unique').on(table.itemId, table.version),
    uniqueIndex('item_versions_one_live')
      .on(table.itemId)
      .where(sql`${table.status} = 'live'`),
    check(
      'item_versions_type_known',
      sql`${table.type} in ('single', 'multiple', 'matching', 'ordering', 'true-false', 'numeric', 'short-text')`
    ),
    check('item_versions_unit_fits_type', sql`${table.type} = 'numeric' or ${table.unit} = ''`),
    check('item_versions_revision_positive', sql`${table.revision} > 0`),
    index('item_versions_status').on(table.status),
    check(
      'item_versions_status_known',
      sql`${table.status} in ('draft', 'in-review', 'changes-asked', 'approved', 'live', 'retired')`
    ),
    check('item_versions_difficulty_known', sql`${table.difficulty} in ('easy', 'medium', 'hard')`),
    check(
      'item_versions_select_fits_type',
      sql`(${table.type} in ('single', 'multiple', 'true-false')) = (${table.select} is not null) and (${table.type} not in ('single', 'true-false') or ${table.select} = 1)`
    ),
    check(
      'item_versions_live_is_complete',
      sql`${table.status} <> 'live' or (${table.objectiveId} is not null and ${table.publishedAt} is not null and ${table.stem} <> '')`
    )
  ]
);

/** A target of a matching item; a decoy (fits no option) carries a rationale of its own. */
export const itemTargets = pgTable(
  'item_targets',
  {
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id),
    targetId: text('target_id').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    rationale: text('rationale')
  },
  (table) => [primaryKey({ columns: [table.itemVersionId, table.targetId] })]
);

/**
 * An option with its rationale and its part of the key: `isKey`, `matchTargetId` or `keyPosition`, by type of item. Of a
 * `numeric` or `short-text` item, an option is a response that is expected (right or wrong), with its rationale; the
 * learner never sees a list of them.
 */
export const itemOptions = pgTable(
  'item_options',
  {
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id),
    optionId: text('option_id').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    rationale: text('rationale').notNull(),
    isKey: boolean('is_key'),
    matchTargetId: text('match_target_id'),
    keyPosition: integer('key_position'),
    /** How far a number may be off, as a decimal; only for `numeric`. */
    tolerance: text('tolerance')
  },
  (table) => [
    primaryKey({ columns: [table.itemVersionId, table.optionId] }),
    foreignKey({
      columns: [table.itemVersionId, table.matchTargetId],
      foreignColumns: [itemTargets.itemVersionId, itemTargets.targetId]
    }),
    check(
      'item_options_one_kind_of_key',
      sql`num_nonnulls(${table.isKey}, ${table.matchTargetId}, ${table.keyPosition}) <= 1`
    )
  ]
);

/** The mention of a reference by an item version: where in the source, and the passage that it leans on. */
export const itemCitations = pgTable(
  'item_citations',
  {
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id),
    position: integer('position').notNull(),
    referenceId: uuid('reference_id')
      .notNull()
      .references(() => references.id),
    locator: text('locator'),
    supports: text('supports').notNull(),
    passageKind: text('passage_kind').$type<'quote' | 'paraphrase'>().notNull(),
    passage: text('passage').notNull(),
    verification: text('verification').notNull(),
    url: text('url')
  },
  (table) => [
    primaryKey({ columns: [table.itemVersionId, table.position] }),
    index('item_citations_reference').on(table.referenceId),
    check('item_citations_passage_kind_known', sql`${table.passageKind} in ('quote', 'paraphrase')`)
  ]
);

/**
 * What the library held of each cited reference when the version went live: written by a trigger, and never changed. What
 * a completion rests on reads so in six years, whatever becomes of the library.
 */
export const itemVersionReferences = pgTable(
  'item_version_references',
  {
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id),
    referenceId: uuid('reference_id')
      .notNull()
      .references(() => references.id),
    csl: jsonb('csl').$type<CslReference>().notNull(),
    authorsTruncated: boolean('authors_truncated').notNull()
  },
  (table) => [primaryKey({ columns: [table.itemVersionId, table.referenceId] })]
);
