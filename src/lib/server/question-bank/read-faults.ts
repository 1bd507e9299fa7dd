import { publicationFaults, type PublicationFault } from '#lib/domain/question-bank/publication-faults.ts';
import type { Executor } from '../db/index.ts';
import { readItemDraft } from './read-item-draft.ts';
import { listRetractedKeys } from './review-queries.ts';

/** What a version lacks before it can be reviewed and published, approvals aside. */
export async function readFaults(
  tx: Executor,
  { id, lintErrors }: { id: string; lintErrors: number }
): Promise<PublicationFault[]> {
  const found = await readItemDraft(tx, id);
  if (found === null) throw new Error(`There is no item version ${id}`);
  const retractedKeys = await listRetractedKeys(tx, id);
  return publicationFaults(found.draft, { retractedKeys, lintErrors });
}
