import { EVIDENCE_LEVELS } from './evidence-levels.ts';
import { foldText } from './fold-text.ts';
import { readReferenceStatus, type ReferenceStatus } from './reference-status.ts';

/** Which references of the library a page shows; nulls and empty texts: no matter which. */
export type LibraryFilter = {
  search: string;
  /** The words of the search, folded. */
  words: string[];
  status: ReferenceStatus | null;
  evidence: string;
  /** Past the day by which somebody was to look at it again. */
  due: boolean;
  /** Cited nowhere. */
  uncited: boolean;
};

/** What somebody searches for, as it is kept in an address. */
export const readSearch = (sent: string | null): string =>
  (sent ?? '').replaceAll('\0', '').trim().slice(0, 200);

/** The words of a search, folded. */
export const searchWords = (search: string): string[] =>
  foldText(search)
    .split(/\s+/)
    .filter((word) => word !== '');

/** Reads the filter of an address; what cannot be is left out. */
export function readLibraryFilter(sent: URLSearchParams): LibraryFilter {
  const search = readSearch(sent.get('q'));
  return {
    search,
    words: searchWords(search),
    status: readReferenceStatus(sent.get('status') ?? ''),
    evidence: EVIDENCE_LEVELS.find(({ id }) => id === sent.get('evidence'))?.id ?? '',
    due: sent.get('due') === 'yes',
    uncited: sent.get('uncited') === 'yes'
  };
}
