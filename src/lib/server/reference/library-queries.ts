import { and, asc, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import type { LibraryFilter } from '#lib/domain/reference/library-filter.ts';
import type { Executor } from '../db/index.ts';
import { references } from '../db/schema/reference.ts';
import { holdsWords } from './pickable-queries.ts';

/** In how many item versions that are not retired, and in how many sections of live versions and drafts, it is cited. */
const itemUses = sql<number>`(select count(distinct n.item_id)::int from item_citations c
  join item_versions n on n.id = c.item_version_id and n.status <> 'retired' where c.reference_id = ${references.id})`;
const sectionUses = sql<number>`(select count(distinct s.id)::int from lesson_citations c
  join lesson_sections s on s.id = c.section_id join activity_versions v on v.lesson_id = s.lesson_id
  where v.status <> 'retired' and c.reference_id = ${references.id})`;

function conditionsOf(
  { words, status, evidence, due, uncited }: LibraryFilter,
  today: string
): SQL | undefined {
  return and(
    holdsWords(words),
    status === null ? undefined : eq(references.status, status),
    evidence === '' ? undefined : eq(references.evidenceLevel, evidence),
    due ? lt(references.reviewDueOn, today) : undefined,
    uncited
      ? sql`not exists (select from item_citations c where c.reference_id = ${references.id})
      and not exists (select from lesson_citations c where c.reference_id = ${references.id})`
      : undefined
  );
}

type Page = { filter: LibraryFilter; today: string; limit: number; offset: number };

/** One page of the library by citation key. The join makes drizzle name the table in the counts. */
export function listLibrary(db: Executor, { filter, today, limit, offset }: Page) {
  return db
    .select({
      id: references.id,
      citationKey: references.citationKey,
      csl: references.csl,
      authorsTruncated: references.authorsTruncated,
      status: references.status,
      evidenceLevel: references.evidenceLevel,
      reviewDueOn: references.reviewDueOn,
      items: itemUses,
      sections: sectionUses
    })
    .from(references)
    .innerJoin(sql`(select 1) as one`, sql`true`)
    .where(conditionsOf(filter, today))
    .orderBy(desc(sql`${references.status} = 'retracted'`), asc(references.citationKey))
    .limit(limit)
    .offset(offset);
}

/** How many references the filter lets through. */
export function countLibrary(
  db: Executor,
  { filter, today }: Pick<Page, 'filter' | 'today'>
): Promise<number> {
  return db.$count(references, conditionsOf(filter, today));
}

/** References whose words were not gathered yet. */
export function listUnsearchable(db: Executor) {
  return db
    .select({ id: references.id, citationKey: references.citationKey, csl: references.csl })
    .from(references)
    .where(eq(references.searchText, ''));
}

/** Writes by which words references are found. */
export async function updateSearchTexts(
  tx: Executor,
  rows: { id: string; searchText: string }[]
): Promise<void> {
  for (const { id, searchText } of rows) {
    await tx.update(references).set({ searchText }).where(eq(references.id, id));
  }
}
