import type { NumberedReference } from '#lib/domain/reference/numbered-reference.ts';
import type { Executor } from '../db/index.ts';
import { listNumberedReferences } from './reference-queries.ts';

/** The numbered reference list of an activity version. */
export async function readReferenceList(db: Executor, versionId: string): Promise<NumberedReference[]> {
  return listNumberedReferences(db, versionId);
}
