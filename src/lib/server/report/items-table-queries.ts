import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  ilike,
  inArray,
  like,
  notExists,
  or,
  sql,
  type SQL
} from 'drizzle-orm';
import type { ItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import { foldText } from '#lib/domain/reference/fold-text.ts';
import type { Executor } from '../db/index.ts';
import { attemptItems } from '../db/schema/attempt.ts';
import { itemCitations, items, itemTags, itemVersions } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';
import { performing } from './performance-queries.ts';

/** `%` and `_` mean themselves. */
const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&');

/** The newest version of each item of these banks. */
function newestOf(db: Executor, bankIds: string[]) {
  return db
    .selectDistinctOn([itemVersions.itemId], {
      itemId: itemVersions.itemId,
      versionId: itemVersions.id,
      version: itemVersions.version,
      status: itemVersions.status,
      type: itemVersions.type,
      stem: sql<string>`left(${itemVersions.stem}, 600)`.as('stem_beginning'),
      objectiveId: itemVersions.objectiveId,
      difficulty: itemVersions.difficulty,
      lintErrors: itemVersions.lintErrors,
      lintWarnings: itemVersions.lintWarnings,
      lintRules: itemVersions.lintRules,
      changedAt: sql<string>`coalesce(${itemVersions.updatedAt}, ${itemVersions.createdAt})`.as('changed_at'),
      changedBy: itemVersions.updatedBy
    })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(inArray(items.bankId, bankIds))
    .orderBy(asc(itemVersions.itemId), desc(itemVersions.version))
    .as('newest');
}

type Newest = ReturnType<typeof newestOf>;

function lintCondition(newest: Newest, lint: string): SQL | undefined {
  if (lint === '') return undefined;
  if (lint === 'errors') return gt(newest.lintErrors, 0);
  if (lint === 'warnings') return gt(newest.lintWarnings, 0);
  return sql`${newest.lintRules} @> ${JSON.stringify([lint])}::jsonb`;
}

/** The newest version cites it, or the live one, which learners still see; apart, so that each goes by its index. */
function citing(db: Executor, newest: Newest, condition: SQL | undefined) {
  const cited = () =>
    db
      .select({ one: sql`1` })
      .from(itemCitations)
      .innerJoin(references, eq(references.id, itemCitations.referenceId))
      .$dynamic();
  const isLive = and(eq(itemVersions.itemId, items.id), eq(itemVersions.status, 'live'));
  return or(
    exists(cited().where(and(eq(itemCitations.itemVersionId, newest.versionId), condition))),
    exists(
      cited()
        .innerJoin(itemVersions, eq(itemVersions.id, itemCitations.itemVersionId))
        .where(and(isLive, condition))
    )
  );
}

/** Uses of any version of the item. */
function usesOf(db: Executor) {
  return db
    .select({ one: sql`1` })
    .from(attemptItems)
    .innerJoin(itemVersions, eq(itemVersions.id, attemptItems.itemVersionId))
    .where(eq(itemVersions.itemId, items.id));
}

/** Items whose words, or those of a reference that they cite (key, title, names, journal, identifiers), hold this one. */
function saying(db: Executor, newest: Newest, word: string): SQL | undefined {
  const about = db
    .select({ id: itemCitations.itemVersionId })
    .from(itemCitations)
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .where(like(references.searchText, `%${escaped(foldText(word))}%`));
  return or(
    like(sql`${items.searchText} || ' ' || lower(${items.externalId})`, `%${escaped(word)}%`),
    inArray(newest.versionId, about)
  );
}

function conditionsOf(db: Executor, newest: Newest, filter: ItemFilter): SQL | undefined {
  const tagged = db
    .select({ one: sql`1` })
    .from(itemTags)
    .where(and(eq(itemTags.itemId, items.id), eq(itemTags.tag, filter.tag)));
  const words = filter.search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return and(
    ...words.map((word) => saying(db, newest, word)),
    filter.bank === null ? undefined : eq(items.bankId, filter.bank),
    filter.status === null ? undefined : eq(newest.status, filter.status),
    filter.objective === null ? undefined : eq(newest.objectiveId, filter.objective),
    filter.type === null ? undefined : eq(newest.type, filter.type),
    filter.difficulty === null ? undefined : eq(newest.difficulty, filter.difficulty),
    filter.reference === ''
      ? undefined
      : citing(db, newest, ilike(references.citationKey, escaped(filter.reference))),
    filter.retracted ? citing(db, newest, eq(references.status, 'retracted')) : undefined,
    lintCondition(newest, filter.lint),
    filter.tag === '' ? undefined : exists(tagged),
    filter.use === 'never' ? notExists(usesOf(db)) : undefined,
    performing(db, filter.performance)
  );
}

const STATUS_ORDER = ['draft', 'changes-asked', 'in-review', 'approved', 'live', 'retired'];

function orderOf(newest: Newest, { sort, descending }: ItemFilter): SQL[] {
  const direction = descending ? desc : asc;
  const columns = {
    id: sql`length(${items.externalId})`,
    status: sql`array_position(array[${sql.join(
      STATUS_ORDER.map((status) => sql`${status}`),
      sql`, `
    )}]::text[], ${newest.status})`,
    difficulty: sql`array_position(array['easy', 'medium', 'hard'], ${newest.difficulty})`,
    findings: sql`${newest.lintErrors} * 1000 + ${newest.lintWarnings}`,
    changed: sql`${newest.changedAt}`
  };
  return [direction(columns[sort]), direction(items.externalId), asc(items.id)];
}

type Which = { bankIds: string[]; filter: ItemFilter };

/** One page of the items that the filter lets through, each with its newest version. */
export function listItemRows(
  db: Executor,
  { bankIds, filter }: Which,
  page: { limit: number; offset: number }
) {
  const newest = newestOf(db, bankIds);
  return db
    .select({
      itemId: items.id,
      bankId: items.bankId,
      externalId: items.externalId,
      versionId: newest.versionId,
      version: newest.version,
      status: newest.status,
      type: newest.type,
      stem: newest.stem,
      objectiveId: newest.objectiveId,
      difficulty: newest.difficulty,
      lintErrors: newest.lintErrors,
      lintWarnings: newest.lintWarnings,
      changedAt: newest.changedAt,
      changedBy: newest.changedBy
    })
    .from(items)
    .innerJoin(newest, eq(newest.itemId, items.id))
    .where(conditionsOf(db, newest, filter))
    .orderBy(...orderOf(newest, filter))
    .limit(page.limit)
    .offset(page.offset);
}

/** How many items the filter lets through. */
export async function countItemRows(db: Executor, { bankIds, filter }: Which): Promise<number> {
  const newest = newestOf(db, bankIds);
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(items)
    .innerJoin(newest, eq(newest.itemId, items.id))
    .where(conditionsOf(db, newest, filter));
  return row?.total ?? 0;
}

/** The ids of all items that the filter lets through, in the order of the table, at most so many. */
export async function listItemIds(
  db: Executor,
  { bankIds, filter }: Which,
  limit: number
): Promise<string[]> {
  const newest = newestOf(db, bankIds);
  const rows = await db
    .select({ itemId: items.id })
    .from(items)
    .innerJoin(newest, eq(newest.itemId, items.id))
    .where(conditionsOf(db, newest, filter))
    .orderBy(...orderOf(newest, filter))
    .limit(limit);
  return rows.map(({ itemId }) => itemId);
}
