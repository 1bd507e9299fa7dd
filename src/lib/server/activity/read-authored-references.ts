import { listPickableReferences } from '../reference/list-pickable-references.ts';
import type { Executor } from '../db/index.ts';
import { listListed } from './activity-reference-queries.ts';

/** The reference list of a version for its authors, and what the library has besides. */
export async function readAuthoredReferences(db: Executor, activityVersionId: string) {
  const listed = await listListed(db, activityVersionId);
  const keys = listed.map(({ citationKey }) => citationKey);
  const library = await listPickableReferences(db, { firstKeys: [] });
  return { listed, others: library.filter(({ citationKey }) => !keys.includes(citationKey)) };
}
