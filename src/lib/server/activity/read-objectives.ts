import type { ObjectiveEntry, ObjectiveUses } from '#lib/domain/activity/objective-list.ts';
import type { Executor } from '../db/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import { listCodesEver, listObjectiveUses, listVersionObjectives } from './objective-queries.ts';

/** The objectives of a version with their uses; `base` names the state. */
export async function readObjectives(
  db: Executor,
  versionId: string
): Promise<{ entries: ObjectiveEntry[]; uses: ObjectiveUses[]; codesEver: string[]; base: string }> {
  const entries = await listVersionObjectives(db, versionId);
  return {
    entries,
    uses: await listObjectiveUses(db, versionId),
    codesEver: await listCodesEver(db, versionId),
    base: fingerprintOf(entries)
  };
}
