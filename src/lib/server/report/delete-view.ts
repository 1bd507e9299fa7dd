import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { deleteSavedView } from './saved-view-queries.ts';

/** Removes a view of one's own; false where there is none of that id that belongs to who asks. */
export function deleteView(
  db: Executor,
  { id, actorId, now }: { id: string; actorId: string; now: Date }
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await deleteSavedView(tx, { id, ownerId: actorId }))) return false;
    const subject = { kind: 'saved-view', id };
    await insertAuditEvent(tx, { at: now, actorId, action: 'report.delete-view', subject });
    return true;
  });
}
