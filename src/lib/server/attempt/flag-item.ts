import { success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { updateFlagged } from './form-queries.ts';
import { lockPlace, type MarkProblem } from './lock-place.ts';
import type { OwnAttempt } from './queries.ts';

/** Flags an item for later, or takes the flag away. It says which, so that a repeated request changes nothing. */
export function flagItem(
  db: Executor,
  input: OwnAttempt & { position: number; flagged: boolean; now: Date }
): Promise<Result<{ flagged: boolean }, MarkProblem>> {
  const { attemptId, personId, position, flagged, now } = input;
  return db.transaction(async (tx) => {
    const place = await lockPlace(tx, input);
    if (!place.ok) return place;
    if (place.value.flagged === flagged) return success({ flagged });
    await updateFlagged(tx, { attemptId, position, flagged });
    await insertAuditEvent(tx, {
      at: now,
      actorId: personId,
      action: 'attempt.flag-item',
      subject: { kind: 'attempt', id: attemptId },
      detail: { position, flagged },
      network: null
    });
    return success({ flagged });
  });
}
