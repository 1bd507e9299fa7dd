import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { auditReview } from './audit-review.ts';
import { readReviewState, type ReviewState } from './read-review-state.ts';
import { insertApproval, lockVersion, updateStatus, type VersionRow } from './review-queries.ts';
import type { ReviewStep } from './submit-for-review.ts';

type Problem = {
  kind: 'no-such-version' | 'wrong-state' | 'own-item' | 'already-approved' | 'changed-meanwhile';
};

/** Why an approval that the rules do not allow is refused. */
function refusal({ status }: VersionRow, state: ReviewState, actorId: string): Problem {
  if (status !== 'in-review' && status !== 'approved') return { kind: 'wrong-state' };
  return { kind: state.authorIds.includes(actorId) ? 'own-item' : 'already-approved' };
}

/**
 * Approves the revision that the person read. The last approval that is needed moves the version to `approved`; to publish
 * it is a step of its own. `changed-meanwhile`: the version came back from review since, with another revision.
 */
export async function approveItem(
  db: Executor,
  { versionId, revision, note, actorId, now }: ReviewStep & { revision: number; note: string }
): Promise<Result<{ approvalsLeft: number }, Problem>> {
  return db.transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (version === null) return failure({ kind: 'no-such-version' });
    if (version.revision !== revision) return failure({ kind: 'changed-meanwhile' });
    const state = await readReviewState(tx, version, actorId);
    if (!state.changes.includes('approve')) return failure(refusal(version, state, actorId));
    const approval = { itemVersionId: versionId, revision, approverId: actorId, note: note.trim() };
    await insertApproval(tx, { ...approval, approvedAt: now });
    const approvalsLeft = state.approvalsLeft - 1;
    if (approvalsLeft === 0) await updateStatus(tx, versionId, { status: 'approved', actorId, now });
    await auditReview(tx, { action: 'approve', version, revision, actorId, now, detail: { approvalsLeft } });
    return success({ approvalsLeft });
  });
}
