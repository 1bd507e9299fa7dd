import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { listVersionLabels, listCurrentVersions, lockActivity } from './authoring-queries.ts';
import { lockDraft } from './settings-queries.ts';
import { deleteActivity, deleteVersion, selectBankContents } from './discard-queries.ts';

type DiscardInput = {
  activityId: string;
  /** The draft and its revision as the page showed it: what somebody wrote since is looked at first. */
  versionId: string;
  revision: number;
  actorId: string;
  now: Date;
};

/** `banks-hold-items`: the activity was never released, and would go with its items. */
export type DiscardProblem = 'no-draft' | 'changed-meanwhile' | 'banks-hold-items';

/**
 * Removes the working copy of an activity. Of an activity that was never released nothing is left then, so it goes as a
 * whole, unless its banks hold items: those are never removed in passing.
 */
export function discardDraft(
  db: Executor,
  { activityId, versionId, revision, actorId, now }: DiscardInput
): Promise<Result<{ activityIsLeft: boolean }, DiscardProblem>> {
  return db.transaction(async (tx) => {
    await lockActivity(tx, activityId);
    if (!(await lockDraft(tx, versionId))) return failure('no-draft');
    const current = await listCurrentVersions(tx, activityId);
    const draft = current.find((version) => version.status === 'draft' && version.versionId === versionId);
    if (!draft) return failure('no-draft');
    if (draft.revision !== revision) return failure('changed-meanwhile');
    const activityIsLeft = (await listVersionLabels(tx, activityId)).length > 1;
    const banks = await selectBankContents(tx, versionId);
    if (!activityIsLeft && banks.items > 0) return failure('banks-hold-items');
    await deleteVersion(tx, draft);
    if (!activityIsLeft) await deleteActivity(tx, { activityId, bankIds: banks.bankIds });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'activity.discard-draft',
      subject: { kind: 'activity-version', id: versionId },
      detail: { activityId, version: draft.version, revision, activityIsLeft }
    });
    return success({ activityIsLeft });
  });
}
