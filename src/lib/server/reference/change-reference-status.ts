import type { ReferenceStatus } from '#lib/domain/reference/reference-status.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lockReference, updateReferenceStatus } from './reference-queries.ts';

type Change = {
  referenceId: string;
  status: ReferenceStatus;
  /** Why, and where it can be read. */
  note: string;
  actorId: string;
  now: Date;
};

/**
 * Says how a reference stands now. Items and sections that cite a retracted one are flagged wherever they are shown, and
 * cannot be published until they lean on something else (triggers of migration 0003).
 */
export function changeReferenceStatus(
  db: Executor,
  change: Change
): Promise<Result<null, 'no-such-reference'>> {
  const { referenceId: id, status, note, actorId, now } = change;
  return db.transaction(async (tx) => {
    const before = await lockReference(tx, id);
    if (before === null) return failure('no-such-reference');
    await updateReferenceStatus(tx, { id, status, note, actorId, now });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'reference.change-reference-status',
      subject: { kind: 'reference', id },
      before,
      after: { status, note }
    });
    return success(null);
  });
}
