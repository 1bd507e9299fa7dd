import type { Executor } from '../db/index.ts';
import { selectHasActivities } from './activity-queries.ts';
import { importActivity } from './import-activity.ts';

/** The folder of the sample activity inside the content folder. */
const SAMPLE = 'resistance-to-immunotherapy';

/**
 * Imports the sample activity into a database that holds no activity yet, so that a newcomer has something to look at.
 * Throws where the sample has problems: it is part of this program. Gives whether it was imported.
 */
export async function importSampleIfEmpty(
  db: Executor,
  input: { contentFolder: string; now: Date }
): Promise<boolean> {
  if (await selectHasActivities(db)) return false;
  const directory = `${input.contentFolder}/${SAMPLE}`;
  const imported = await importActivity(db, { directory, now: input.now, actorId: null });
  if (imported.ok) return imported.value.outcome === 'imported';
  const lines = imported.problem.map(({ file, where, why, mend }) => `  ${file}, ${where}: ${why} ${mend}`);
  throw new Error(`The sample activity cannot be imported:\n${lines.join('\n')}`);
}
