import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { updateStatement } from './attestation-queries.ts';
import { updateTouched } from './authoring-queries.ts';
import { selectDemonstrationId } from './creation-queries.ts';
import { lockDraft } from './settings-queries.ts';

/** Takes the draft of an activity back to demonstration. What was attested stays on record, and counts no more. */
export function withdrawAccreditation(
  db: Executor,
  { versionId, actorId, now }: { versionId: string; actorId: string; now: Date }
): Promise<Result<null, 'no-draft'>> {
  return db.transaction(async (tx) => {
    if (!(await lockDraft(tx, versionId))) return failure('no-draft');
    await updateStatement(tx, versionId, await selectDemonstrationId(tx, now));
    await updateTouched(tx, { activityVersionId: versionId, actorId, now });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'activity.withdraw-accreditation',
      subject: { kind: 'activity-version', id: versionId },
      after: { standing: 'demonstration' }
    });
    return success(null);
  });
}
