import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lockReviewSettings, updateReviewSettingsRow } from './settings-queries.ts';

/**
 * Sets how many approvals an item needs before it can be published, 1 to 5. It holds at once, also for versions that are
 * under review or approved already.
 */
export async function updateReviewSettings(
  db: Executor,
  { approvalsNeeded, actorId, now }: { approvalsNeeded: number; actorId: string; now: Date }
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockReviewSettings(tx);
    if (before.approvalsNeeded === approvalsNeeded) return;
    await updateReviewSettingsRow(tx, { approvalsNeeded, updatedAt: now, updatedBy: actorId });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'question-bank.update-review-settings',
      subject: { kind: 'review-settings', id: '1' },
      before: { approvalsNeeded: before.approvalsNeeded },
      after: { approvalsNeeded }
    });
  });
}
