import type { PublicationBlockers } from '#lib/domain/question-bank/publication-blockers.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { auditReview } from './audit-review.ts';
import { readBlockers } from './read-blockers.ts';
import { readReviewState } from './read-review-state.ts';
import { insertAuthor, lockVersion, updateStatus } from './review-queries.ts';

export type ReviewStep = { versionId: string; actorId: string; now: Date };

type Problem =
  { kind: 'no-such-version' } | { kind: 'wrong-state' } | ({ kind: 'not-whole' } & PublicationBlockers);

/**
 * Gives a draft to its reviewers. From then on its content stands still. Whoever submits a draft that nobody wrote in here
 * (it came with a package) answers for it as its author. `not-whole`: what is missing, with the places.
 */
export async function submitForReview(
  db: Executor,
  { versionId, actorId, now }: ReviewStep
): Promise<Result<null, Problem>> {
  return db.transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (version === null) return failure({ kind: 'no-such-version' });
    const { changes, authorIds } = await readReviewState(tx, version, actorId);
    if (!changes.includes('submit')) return failure({ kind: 'wrong-state' });
    const blockers = await readBlockers(tx, versionId);
    if (blockers !== null) return failure({ kind: 'not-whole', ...blockers });
    if (authorIds.length === 0) await insertAuthor(tx, { itemVersionId: versionId, personId: actorId });
    await updateStatus(tx, versionId, { status: 'in-review', actorId, now });
    await auditReview(tx, {
      action: 'submit-for-review',
      version,
      revision: version.revision,
      actorId,
      now
    });
    return success(null);
  });
}
