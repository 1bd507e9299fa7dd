import type { Executor } from '../db/index.ts';
import { changeReferenceStatus } from '../reference/change-reference-status.ts';
import { checkReferenceStatus } from '../reference/check-reference-status.ts';
import { listCitingVersions } from './lint-queries.ts';
import { lintInBatches } from './relint-items.ts';

/** Says how a reference stands now (`changeReferenceStatus`), and lints the items that cite it: what they lean on changed. */
export async function changeCitedReference(
  db: Executor,
  change: Parameters<typeof changeReferenceStatus>[1]
): ReturnType<typeof changeReferenceStatus> {
  const changed = await changeReferenceStatus(db, change);
  if (changed.ok) await lintInBatches(db, await listCitingVersions(db, change.referenceId));
  return changed;
}

/** Asks the web how a reference stands (`checkReferenceStatus`), and lints the items that cite it. */
export async function checkCitedReference(
  db: Executor,
  checking: Parameters<typeof checkReferenceStatus>[1]
): ReturnType<typeof checkReferenceStatus> {
  const checked = await checkReferenceStatus(db, checking);
  if (checked.ok) await lintInBatches(db, await listCitingVersions(db, checking.referenceId));
  return checked;
}
