import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lockGranting, selectOptionalStanding, updateEnded } from './accommodation-queries.ts';
import { moveTimedAttempts } from './move-timed-attempts.ts';

type EndInput = {
  personId: string;
  /** What stood when the page was opened, by its id. */
  seen: string;
  actorId: string;
  now: Date;
};

/**
 * Ends what a person was granted and moves their attempts under way back, never before now. `changed-meanwhile`: it does
 * not stand any more. Returns the ids of the attempts that moved.
 */
export function endAccommodation(
  db: Executor,
  { personId, seen, actorId, now }: EndInput
): Promise<Result<string[], 'changed-meanwhile'>> {
  return db.transaction(async (tx) => {
    await lockGranting(tx, personId);
    const standing = await selectOptionalStanding(tx, personId);
    if (standing?.id !== seen) return failure('changed-meanwhile');
    await updateEnded(tx, { id: seen, endedAt: now, endedBy: actorId });
    const moved = await moveTimedAttempts(tx, { personId, from: standing, to: null, now });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'attempt.end-accommodation',
      subject: { kind: 'person', id: personId },
      detail: { accommodationId: seen, movedAttempts: moved }
    });
    return success(moved);
  });
}
