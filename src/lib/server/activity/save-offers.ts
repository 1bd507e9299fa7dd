import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { replaceOffers } from './attestation-queries.ts';
import { updateTouched } from './authoring-queries.ts';
import { lockDraft } from './settings-queries.ts';

/** A type under a version of its rules, and the most that was designated. */
export type ChosenOffer = { ruleId: string; quarterCredits: number };

/**
 * Writes for which credit the draft of an activity was designated. An admin does, who is no editor of the content and
 * declares nothing for it; the revision rises, so that a release page that shows the former is looked at again.
 */
export function saveOffers(
  db: Executor,
  input: { versionId: string; offers: ChosenOffer[]; actorId: string; now: Date }
): Promise<Result<null, 'no-draft'>> {
  const { versionId, offers, actorId, now } = input;
  return db.transaction(async (tx) => {
    if (!(await lockDraft(tx, versionId))) return failure('no-draft');
    await replaceOffers(tx, { versionId, offers });
    await updateTouched(tx, { activityVersionId: versionId, actorId, now });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'activity.save-offers',
      subject: { kind: 'activity-version', id: versionId },
      detail: { offers }
    });
    return success(null);
  });
}
