import type { Executor } from '../db/index.ts';
import { reviewSettings } from '../db/schema/question-bank-review.ts';

/** Locks the one row of the settings of review. */
export async function lockReviewSettings(tx: Executor): Promise<{ approvalsNeeded: number }> {
  const [row] = await tx
    .select({ approvalsNeeded: reviewSettings.approvalsNeeded })
    .from(reviewSettings)
    .for('update');
  if (!row) throw new Error('The settings of review are missing.');
  return row;
}

/** Writes the settings of review. */
export async function updateReviewSettingsRow(
  tx: Executor,
  row: { approvalsNeeded: number; updatedAt: Date; updatedBy: string }
): Promise<void> {
  await tx.update(reviewSettings).set(row);
}
