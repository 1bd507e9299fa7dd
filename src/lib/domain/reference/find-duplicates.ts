import type { CslReference } from './csl-reference.ts';
import { foldLetters } from './fold-text.ts';
import { sameDoi } from './identifiers.ts';
import { familyWithParticles } from './person-name.ts';

/** By what two references were found to be the same. */
export type DuplicateBy = 'DOI' | 'PMID' | 'title';

const plain = (text: string) => foldLetters(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');

const yearOf = (csl: CslReference) => csl.issued?.['date-parts'][0]?.[0] ?? null;

function firstAuthor({ author = [] }: CslReference): string {
  const [first] = author;
  return first === undefined ? '' : plain(familyWithParticles(first) ?? first.literal ?? '');
}

const both = (one: string | undefined, other: string | undefined) => one !== undefined && other !== undefined;

function isSameWork(one: CslReference, other: CslReference): boolean {
  const title = plain(one.title);
  return (
    title !== '' &&
    title === plain(other.title) &&
    yearOf(one) === yearOf(other) &&
    firstAuthor(one) === firstAuthor(other)
  );
}

/**
 * Whether two references are one: the same DOI, the same PMID, else the same title, year and first author. A preprint and
 * its article share title and authors, but each has a DOI of its own: then they are two.
 */
export function isDuplicate(one: CslReference, other: CslReference): DuplicateBy | null {
  if (one.DOI !== undefined && other.DOI !== undefined && sameDoi(one.DOI, other.DOI)) return 'DOI';
  if (one.PMID !== undefined && one.PMID === other.PMID) return 'PMID';
  if (both(one.DOI, other.DOI) || both(one.PMID, other.PMID)) return null;
  return isSameWork(one, other) ? 'title' : null;
}

const wordsOf = (text: string) => new Set(foldLetters(text).match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/**
 * Whether a record can be another state of the one that has the same key: the same DOI or PMID, else, where they cannot be
 * compared, the first author and titles that share most words. Keys such as `chen2017` are given to several papers in the world.
 */
export function isSameEntry(one: CslReference, other: CslReference): boolean {
  if (isDuplicate(one, other) !== null) return true;
  if (both(one.DOI, other.DOI) || both(one.PMID, other.PMID)) return false;
  const [words, others] = [wordsOf(one.title), wordsOf(other.title)];
  const shared = [...words].filter((word) => others.has(word)).length;
  const isSameTitle = shared > 0 && shared * 3 >= Math.min(words.size, others.size) * 2;
  return isSameTitle && firstAuthor(one) === firstAuthor(other);
}

/** The first of the references that is the same as the given one, and by what. */
export function findDuplicate<Held extends { csl: CslReference }>(
  csl: CslReference,
  held: readonly Held[]
): { held: Held; by: DuplicateBy } | null {
  for (const candidate of held) {
    const by = isDuplicate(csl, candidate.csl);
    if (by !== null) return { held: candidate, by };
  }
  return null;
}
