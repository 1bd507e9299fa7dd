import { eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { CslReference } from '#lib/domain/reference/csl-reference.ts';
import type { Executor } from '../db/index.ts';
import { references } from '../db/schema/reference.ts';

/** Lets one transaction at a time add references, so that two people do not add the same one, or one key twice. */
export async function lockLibrary(tx: Executor): Promise<void> {
  await tx.execute(sql`lock table ${references} in share row exclusive mode`);
}

const isSome = (text: string | undefined) => text !== undefined;

const yearOf = (csl: CslReference) => csl.issued?.['date-parts'][0]?.[0]?.toString() ?? '';

/** References of the library that may be the same as one of these: by DOI, by PMID, or of the same year. */
export async function listLikelyDuplicates(db: Executor, entries: CslReference[]) {
  const dois = entries.map(({ DOI }) => DOI?.toLowerCase()).filter(isSome);
  const pmids = entries.map(({ PMID }) => PMID).filter(isSome);
  const years = [...new Set(entries.map(yearOf))];
  const year = sql`coalesce(${references.csl} #>> '{issued,date-parts,0,0}', '')`;
  const ways: (SQL | undefined)[] = [
    dois.length === 0 ? undefined : inArray(references.doi, dois),
    pmids.length === 0 ? undefined : inArray(references.pmid, pmids),
    inArray(year, years)
  ];
  if (entries.length === 0) return [];
  const { id, citationKey, csl, authorsTruncated, status } = references;
  return db
    .select({ id, citationKey, csl, authorsTruncated, status })
    .from(references)
    .where(or(...ways));
}

/** Every citation key that is taken. */
export async function listCitationKeys(db: Executor): Promise<string[]> {
  const rows = await db.select({ citationKey: references.citationKey }).from(references);
  return rows.map(({ citationKey }) => citationKey);
}

/** Adds references. */
export async function insertEntries(tx: Executor, rows: (typeof references.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(references).values(rows);
}

/** The record of a reference with when it was changed last, locked; null where there is none. */
export async function lockEntry(tx: Executor, referenceId: string) {
  const { id, citationKey, csl, authorsTruncated, updatedAt } = references;
  const [row] = await tx
    .select({ id, citationKey, csl, authorsTruncated, updatedAt })
    .from(references)
    .where(eq(references.id, referenceId))
    .for('update');
  return row ?? null;
}

type Entry = {
  id: string;
  csl: CslReference;
  authorsTruncated: boolean;
  searchText: string;
  updatedAt: Date;
};

/** Replaces the record of a reference. */
export async function updateEntry(tx: Executor, { id, ...entry }: Entry): Promise<void> {
  await tx.update(references).set(entry).where(eq(references.id, id));
}
