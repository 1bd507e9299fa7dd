import type { Executor } from '../db/index.ts';
import { referenceSettings } from '../db/schema/reference.ts';

const MISSING = 'The settings of the library are missing.';

/** Whether references may be looked up on the web. */
export async function selectLooksUp(db: Executor): Promise<boolean> {
  const [row] = await db.select({ looksUp: referenceSettings.looksUp }).from(referenceSettings);
  if (!row) throw new Error(MISSING);
  return row.looksUp;
}

/** The same, with the one row locked. */
export async function lockLooksUp(tx: Executor): Promise<boolean> {
  const [row] = await tx.select({ looksUp: referenceSettings.looksUp }).from(referenceSettings).for('update');
  if (!row) throw new Error(MISSING);
  return row.looksUp;
}

/** Writes the settings of the library. */
export async function updateReferenceSettingsRow(
  tx: Executor,
  row: { looksUp: boolean; updatedAt: Date; updatedBy: string }
): Promise<void> {
  await tx.update(referenceSettings).set(row);
}
