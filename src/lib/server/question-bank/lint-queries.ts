import { and, asc, eq, gt, inArray, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../db/index.ts';
import { profiles } from '../db/schema/identity.ts';
import {
  itemCitations,
  itemOptions,
  items,
  itemVersions,
  questionBanks
} from '../db/schema/question-bank.ts';
import { itemLintOverrides } from '../db/schema/question-bank-review.ts';
import { references } from '../db/schema/reference.ts';
import { personName } from './person-name-queries.ts';

export type LintRow = { id: string; errors: number; warnings: number; rules: string[]; edition: number };

/** Writes what the lint found in each version; the content stays as it is. */
export async function updateLint(tx: Executor, rows: LintRow[]): Promise<void> {
  await tx.execute(sql`update item_versions v
    set lint_errors = r.errors, lint_warnings = r.warnings, lint_rules = r.rules, lint_edition = r.edition
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, errors integer, warnings integer, rules jsonb, edition integer)
    where v.id = r.id`);
}

/** Writes the words by which items are found; those of a version that is not the newest are left out. */
export async function updateSearchTexts(
  tx: Executor,
  rows: { versionId: string; text: string }[]
): Promise<void> {
  await tx.execute(sql`update items i set search_text = r.text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("versionId" uuid, text text)
      join item_versions v on v.id = r."versionId"
    where i.id = v.item_id and i.search_text <> r.text
      and not exists (select from item_versions n where n.item_id = v.item_id and n.version > v.version)`);
}

const newer = alias(itemVersions, 'newer');

const isNewest = (db: Executor) =>
  notExists(
    db
      .select({ id: newer.id })
      .from(newer)
      .where(and(eq(newer.itemId, itemVersions.itemId), gt(newer.version, itemVersions.version)))
  );

/** Keys in the newest versions of these banks; the shortest of them tell nothing. */
export function listBankKeys(db: Executor, bankIds: string[]) {
  return db
    .select({ bankId: items.bankId, itemId: items.id, text: itemOptions.text })
    .from(itemOptions)
    .innerJoin(itemVersions, eq(itemVersions.id, itemOptions.itemVersionId))
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(
      and(
        inArray(items.bankId, bankIds),
        itemOptions.isKey,
        sql`char_length(${itemOptions.text}) >= 7`,
        isNewest(db)
      )
    );
}

/** Bank and newest stem of an item, or null. */
export async function selectOptionalNewestStem(db: Executor, itemId: string) {
  const [row] = await db
    .select({ bankId: items.bankId, stem: itemVersions.stem })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(and(eq(items.id, itemId), isNewest(db)));
  return row ?? null;
}

/** Those of the banks from which a form of a draft or live activity takes options in the order in which they are written. */
export async function listUnshuffledBanks(db: Executor, bankIds: string[]): Promise<string[]> {
  const drawing = sql`(select a.bank_id from assessments a join activity_versions v on v.id = a.activity_version_id
    where v.status in ('draft', 'live') and not a.shuffle_options)`;
  const rows = await db
    .select({ id: questionBanks.id })
    .from(questionBanks)
    .where(and(inArray(questionBanks.id, bankIds), sql`${questionBanks.id} in ${drawing}`));
  return rows.map(({ id }) => id);
}

/** The newest and live versions that cite a reference. */
export async function listCitingVersions(db: Executor, referenceId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: itemVersions.id })
    .from(itemVersions)
    .innerJoin(itemCitations, eq(itemCitations.itemVersionId, itemVersions.id))
    .where(
      and(
        eq(itemCitations.referenceId, referenceId),
        sql`(${itemVersions.status} = 'live' or ${isNewest(db)})`
      )
    );
  return rows.map(({ id }) => id);
}

/** Citation keys of the retracted references of the library. */
export async function listRetractedCitationKeys(db: Executor): Promise<string[]> {
  const rows = await db
    .select({ key: references.citationKey })
    .from(references)
    .where(eq(references.status, 'retracted'));
  return rows.map(({ key }) => key);
}

/** Ids of versions that another edition of the rules looked at, or none: newest and live ones, the newest first. */
export async function listVersionsToLint(db: Executor, edition: number): Promise<string[]> {
  const rows = await db
    .select({ id: itemVersions.id })
    .from(itemVersions)
    .where(
      and(ne(itemVersions.lintEdition, edition), sql`(${itemVersions.status} = 'live' or ${isNewest(db)})`)
    )
    .orderBy(sql`${itemVersions.createdAt} desc`, asc(itemVersions.id));
  return rows.map(({ id }) => id);
}

type OverrideRow = typeof itemLintOverrides.$inferInsert & { what: string };

/** Records why a warning may stay; a new reason replaces the former one. */
export async function replaceOverride(tx: Executor, override: OverrideRow): Promise<void> {
  const { itemVersionId, rule, place, what } = itemLintOverrides;
  await tx
    .delete(itemLintOverrides)
    .where(
      and(
        eq(itemVersionId, override.itemVersionId),
        eq(rule, override.rule),
        eq(place, override.place),
        eq(what, override.what)
      )
    );
  await tx.insert(itemLintOverrides).values(override);
}

/** The warnings of a version that were set aside, by rule and place. */
export function listOverrides(db: Executor, versionId: string) {
  const { rule, place, what, reason, createdAt } = itemLintOverrides;
  return db
    .select({ rule, place, what, reason, byName: sql<string | null>`${personName}`, at: createdAt })
    .from(itemLintOverrides)
    .leftJoin(profiles, eq(profiles.personId, itemLintOverrides.personId))
    .where(eq(itemLintOverrides.itemVersionId, versionId))
    .orderBy(asc(rule), asc(place), asc(what));
}
