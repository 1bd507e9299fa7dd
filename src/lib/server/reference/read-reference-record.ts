import { formOfReference } from '#lib/domain/reference/reference-form.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalReference } from './reference-queries.ts';

/** The record of a reference for its form; `base` names its state. Null where there is none. */
export async function readReferenceRecord(db: Executor, referenceId: string) {
  const found = await selectOptionalReference(db, referenceId);
  if (found === null) return null;
  const { id, citationKey, updatedAt } = found;
  return { id, citationKey, form: formOfReference(found), base: updatedAt.toISOString() };
}
