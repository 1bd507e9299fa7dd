import type { LookUpIdentifier, LookUpProblem } from '#lib/domain/reference/looked-up.ts';
import type { PastedRow } from '#lib/domain/reference/pasted-row.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { findPasted } from './find-pasted.ts';
import { lookUpReference } from './look-up-reference.ts';
import type { WebLookup } from './web-lookup.ts';

/** What adding a reference from the web would add, with what the library holds already; nothing is written. */
export async function previewLookedUp(
  db: Executor,
  looking: { asked: LookUpIdentifier; lookup?: WebLookup }
): Promise<Result<PastedRow, LookUpProblem>> {
  const found = await lookUpReference(db, looking);
  if (!found.ok) return found;
  const { record, status, statusNote } = found.value;
  const [row] = await findPasted(db, [{ ...record, status, statusNote, record: 1, line: 1 }]);
  return row ? success(row) : failure('not-found');
}
