import { and, asc, inArray, like, notInArray, sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { references } from '../db/schema/reference.ts';

const pickable = {
  citationKey: references.citationKey,
  csl: references.csl,
  authorsTruncated: references.authorsTruncated,
  evidenceLevel: references.evidenceLevel,
  status: references.status
};

/** The references of the library by key, those with the given keys before all others, at most `limit`. */
export function listReferencesFirst(
  db: Executor,
  { firstKeys, limit }: { firstKeys: string[]; limit: number }
) {
  const isFirst = firstKeys.length === 0 ? sql`1 = 0` : inArray(references.citationKey, firstKeys);
  return db
    .select(pickable)
    .from(references)
    .orderBy(sql`${isFirst} desc`, asc(references.citationKey))
    .limit(limit);
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&');

/** That a reference holds each of these folded words. */
export const holdsWords = (words: string[]): SQL | undefined =>
  and(...words.map((word) => like(references.searchText, `%${escaped(word)}%`)));

type Wanted = { words: string[]; exceptKeys: string[] };

const isWanted = ({ words, exceptKeys }: Wanted) =>
  and(
    holdsWords(words),
    exceptKeys.length === 0 ? undefined : notInArray(references.citationKey, exceptKeys)
  );

/** The references that hold all words and have none of the keys, by key, at most `limit`. */
export function listReferencesWith(db: Executor, { limit, ...wanted }: Wanted & { limit: number }) {
  return db
    .select(pickable)
    .from(references)
    .where(isWanted(wanted))
    .orderBy(asc(references.citationKey))
    .limit(limit);
}

/** How many references hold all words and have none of the keys. */
export function countReferencesWith(db: Executor, wanted: Wanted): Promise<number> {
  return db.$count(references, isWanted(wanted));
}
