import type { Executor } from '../db/index.ts';
import { insertEditor, updateTouched } from './authoring-queries.ts';

/**
 * Marks a draft as changed by a person, inside the transaction of the change: its revision rises, and the person is listed
 * as an editor, who has to disclose before the release. Gives the new revision, or null where the version is no draft
 * (any more): then the caller changes nothing.
 */
export async function touchDraft(
  tx: Executor,
  input: { activityVersionId: string; actorId: string; now: Date }
): Promise<number | null> {
  const revision = await updateTouched(tx, input);
  if (revision !== null) await insertEditor(tx, input);
  return revision;
}
