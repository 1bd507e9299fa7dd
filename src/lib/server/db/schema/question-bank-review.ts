import { sql } from 'drizzle-orm';
import {
  check,
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
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import type { BulkEntry } from '#lib/domain/question-bank/plan-bulk-change.ts';
import { instant } from './column-types.ts';
import { people } from './identity.ts';
import { itemVersions } from './question-bank.ts';

/**
 * Who wrote in a version: none of them can approve it. A trigger adds whoever starts a version or changes its content; a
 * row goes only with its version.
 */
export const itemVersionAuthors = pgTable(
  'item_version_authors',
  {
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id)
  },
  (table) => [primaryKey({ columns: [table.itemVersionId, table.personId] })]
);

/**
 * An approval of one revision of a version, never changed or removed. `review`: by a person who did not write in it.
 * `package`: the package with which the item came says that it was reviewed; only for versions that nobody wrote in here.
 */
export const itemApprovals = pgTable(
  'item_approvals',
  {
    id: uuid('id').primaryKey(),
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id),
    revision: integer('revision').notNull(),
    kind: text('kind').$type<'review' | 'package'>().notNull(),
    approverId: uuid('approver_id').references(() => people.id),
    note: text('note').notNull().default(''),
    approvedAt: instant('approved_at').notNull()
  },
  (table) => [
    unique('item_approvals_once').on(table.itemVersionId, table.revision, table.approverId),
    index('item_approvals_version').on(table.itemVersionId),
    check('item_approvals_kind_known', sql`${table.kind} in ('review', 'package')`),
    check(
      'item_approvals_review_names_approver',
      sql`${table.kind} = 'package' or ${table.approverId} is not null`
    )
  ]
);

/** A comment on a place in an item version (domain/question-bank/item-place.ts). */
export const itemComments = pgTable(
  'item_comments',
  {
    id: uuid('id').primaryKey(),
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id),
    place: text('place').notNull(),
    body: text('body').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    resolvedAt: instant('resolved_at'),
    resolvedBy: uuid('resolved_by').references(() => people.id)
  },
  (table) => [
    index('item_comments_version').on(table.itemVersionId),
    check('item_comments_body_present', sql`btrim(${table.body}) <> ''`),
    check(
      'item_comments_resolved_by_someone',
      sql`(${table.resolvedAt} is null) = (${table.resolvedBy} is null)`
    )
  ]
);

/** A finding of the lint that was set aside, and why: one text at one place, and no other that comes to stand there. */
export const itemLintOverrides = pgTable(
  'item_lint_overrides',
  {
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id),
    /** E.g. `L16`. */
    rule: text('rule').notNull(),
    place: text('place').notNull(),
    /** What was found, in the words of the finding. Empty: given before this was kept, and for no text of today. */
    what: text('what').notNull().default(''),
    reason: text('reason').notNull(),
    /** Null: the reason came with a package. */
    personId: uuid('person_id').references(() => people.id),
    createdAt: instant('created_at').notNull()
  },
  (table) => [
    // Findings quote whole options, which are too long for an index.
    uniqueIndex('item_lint_overrides_once').on(
      table.itemVersionId,
      table.rule,
      table.place,
      sql`md5(${table.what})`
    ),
    check('item_lint_overrides_reason_present', sql`${table.reason} ~ '\\S'`)
  ]
);

/**
 * Text that a save took out of a version, kept to be read again. `overwritten`: somebody saved over it; `set-aside`: its
 * author took the other person's instead; `type-changed`: the options did not fit the new type.
 */
export const itemKeptDrafts = pgTable(
  'item_kept_drafts',
  {
    id: uuid('id').primaryKey(),
    itemVersionId: uuid('item_version_id')
      .notNull()
      .references(() => itemVersions.id),
    /** The revision that it was, or that it was written on. */
    revision: integer('revision').notNull(),
    reason: text('reason').$type<'overwritten' | 'set-aside' | 'type-changed'>().notNull(),
    draft: jsonb('draft').$type<ItemDraft>().notNull(),
    /** Null: it came with a package. */
    writtenBy: uuid('written_by').references(() => people.id),
    keptAt: instant('kept_at').notNull()
  },
  (table) => [
    index('item_kept_drafts_version').on(table.itemVersionId),
    check(
      'item_kept_drafts_reason_known',
      sql`${table.reason} in ('overwritten', 'set-aside', 'type-changed')`
    )
  ]
);

/** A change of many items at once, with what is needed to undo it. */
export const bulkChanges = pgTable(
  'bulk_changes',
  {
    id: uuid('id').primaryKey(),
    /** What was done, e.g. `tag`, and its value. */
    kind: text('kind').notNull(),
    value: text('value').notNull(),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => people.id),
    madeAt: instant('made_at').notNull(),
    /** One entry an item: what it was and what it became. */
    entries: jsonb('entries').$type<BulkEntry[]>().notNull(),
    undoneAt: instant('undone_at'),
    undoneBy: uuid('undone_by').references(() => people.id)
  },
  (table) => [index('bulk_changes_made_by').on(table.madeBy, table.madeAt)]
);

/** How items are reviewed here: one row. */
export const reviewSettings = pgTable(
  'review_settings',
  {
    id: integer('id').primaryKey(),
    /** Approvals by people who did not write in the version, before it can be published. */
    approvalsNeeded: integer('approvals_needed').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => people.id)
  },
  (table) => [
    check('review_settings_one_row', sql`${table.id} = 1`),
    check('review_settings_approvals_range', sql`${table.approvalsNeeded} between 1 and 5`)
  ]
);
