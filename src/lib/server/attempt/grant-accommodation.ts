import type { AccommodationGrant } from '#lib/domain/attempt/accommodation-form.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { selectOptionalPerson } from '../identity/person-queries.ts';
import {
  insertAccommodation,
  lockGranting,
  selectOptionalStanding,
  updateEnded
} from './accommodation-queries.ts';
import { moveTimedAttempts } from './move-timed-attempts.ts';

type GrantInput = {
  personId: string;
  grant: AccommodationGrant;
  /** What stood when the form was opened, by its id; null: nothing. It ends with this. */
  seen: string | null;
  actorId: string;
  now: Date;
};

/**
 * Grants a person extra time and breaks, or no limit, in place of what stood until now, and moves their attempts under
 * way. `changed-meanwhile`: something else stands than was seen. Returns the ids of the attempts that moved.
 */
export function grantAccommodation(
  db: Executor,
  { personId, grant, seen, actorId, now }: GrantInput
): Promise<Result<string[], 'unknown-person' | 'changed-meanwhile'>> {
  return db.transaction(async (tx) => {
    await lockGranting(tx, personId);
    if ((await selectOptionalPerson(tx, personId)) === null) return failure('unknown-person');
    const standing = await selectOptionalStanding(tx, personId);
    if ((standing?.id ?? null) !== seen) return failure('changed-meanwhile');
    if (standing) await updateEnded(tx, { id: standing.id, endedAt: now, endedBy: actorId });
    const id = crypto.randomUUID();
    await insertAccommodation(tx, { ...grant, id, personId, grantedBy: actorId, grantedAt: now });
    const moved = await moveTimedAttempts(tx, { personId, from: standing, to: grant, now });
    // The row itself says what was granted: it goes with an erasure, the log stays.
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'attempt.grant-accommodation',
      subject: { kind: 'person', id: personId },
      detail: { accommodationId: id, instead: standing?.id ?? null, movedAttempts: moved }
    });
    return success(moved);
  });
}
