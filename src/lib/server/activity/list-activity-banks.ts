import type { Executor } from '../db/index.ts';
import { listBanks } from './authoring-queries.ts';

/** The question banks that the assessments of an activity version draw on. */
export function listActivityBanks(
  db: Executor,
  activityVersionId: string
): Promise<{ id: string; code: string; title: string }[]> {
  return listBanks(db, activityVersionId);
}
