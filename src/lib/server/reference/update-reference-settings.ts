import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lockLooksUp, updateReferenceSettingsRow } from './settings-queries.ts';

/** Lets educators look references up on the web, or stops it. It holds at once. */
export async function updateReferenceSettings(
  db: Executor,
  { looksUp, actorId, now }: { looksUp: boolean; actorId: string; now: Date }
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockLooksUp(tx);
    if (before === looksUp) return;
    await updateReferenceSettingsRow(tx, { looksUp, updatedAt: now, updatedBy: actorId });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'reference.update-reference-settings',
      subject: { kind: 'reference-settings', id: '1' },
      before: { looksUp: before },
      after: { looksUp }
    });
  });
}
