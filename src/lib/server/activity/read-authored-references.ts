import { searchReferences } from '../reference/search-references.ts';
import type { Executor } from '../db/index.ts';
import { listListed } from './activity-reference-queries.ts';

/** So many of the library are offered without a search. */
const MOST_OFFERED = 100;

/** The reference list of a version for its authors, and what the library has besides that holds every word of the search. */
export async function readAuthoredReferences(
  db: Executor,
  { activityVersionId, search }: { activityVersionId: string; search: string }
) {
  const listed = await listListed(db, activityVersionId);
  const exceptKeys = listed.map(({ citationKey }) => citationKey);
  return { listed, others: await searchReferences(db, { search, exceptKeys, limit: MOST_OFFERED }) };
}
