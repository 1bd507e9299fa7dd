import type { PublicationBlockers } from '#lib/domain/question-bank/publication-blockers.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { auditReview } from './audit-review.ts';
import { readBlockers } from './read-blockers.ts';
import { readReviewState } from './read-review-state.ts';
import { lockLiveVersion, lockVersion, updateStatus, updateToRetired } from './review-queries.ts';
import type { VersionRow } from './review-queries.ts';
import type { ReviewStep } from './submit-for-review.ts';

type Problem =
  | { kind: 'no-such-version' }
  | { kind: 'wrong-state' }
  | { kind: 'already-live' }
  | { kind: 'too-few-approvals'; left: number }
  | ({ kind: 'not-whole' } & PublicationBlockers);

const isUnderReview = ({ status }: VersionRow) => status === 'in-review' || status === 'approved';

/** Why this version cannot go live now, or null. */
async function problemOf(tx: Executor, version: VersionRow, actorId: string): Promise<Problem | null> {
  if (version.status === 'live') return { kind: 'already-live' };
  if (!isUnderReview(version)) return { kind: 'wrong-state' };
  const { approvalsLeft } = await readReviewState(tx, version, actorId);
  if (approvalsLeft > 0) return { kind: 'too-few-approvals', left: approvalsLeft };
  const blockers = await readBlockers(tx, version.id);
  return blockers === null ? null : { kind: 'not-whole', ...blockers };
}

/**
 * Puts an approved version before learners; the version that was live until now retires in the same moment. Attempts that
 * began keep the version that they drew.
 */
export async function publishItem(
  db: Executor,
  { versionId, actorId, now }: ReviewStep
): Promise<Result<{ retiredVersion: number | null }, Problem>> {
  return db.transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (version === null) return failure({ kind: 'no-such-version' });
    const problem = await problemOf(tx, version, actorId);
    if (problem !== null) return failure(problem);
    const former = await lockLiveVersion(tx, version.itemId);
    if (former !== null) await updateToRetired(tx, former.id, now);
    await updateStatus(tx, versionId, { status: 'live', publishedAt: now, actorId, now });
    const retiredVersion = former?.version ?? null;
    const event = { version, revision: version.revision, actorId, now };
    await auditReview(tx, { ...event, action: 'publish', detail: { retiredVersion } });
    return success({ retiredVersion });
  });
}
