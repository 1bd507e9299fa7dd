import { authoredId } from '#lib/domain/question-bank/shown-id.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { updateRuledOut } from './form-queries.ts';
import { lockPlace, type MarkProblem } from './lock-place.ts';
import type { OwnAttempt } from './queries.ts';

/** Strikes an option out, or brings it back. Nothing is scored by it. `option` is the shown id. */
export function ruleOutOption(
  db: Executor,
  input: OwnAttempt & { position: number; option: string; ruledOut: boolean; now: Date }
): Promise<Result<{ ruledOut: boolean }, MarkProblem | 'unknown-option'>> {
  const { attemptId, personId, position, ruledOut, now } = input;
  return db.transaction(async (tx) => {
    const place = await lockPlace(tx, input);
    if (!place.ok) return place;
    const optionId = authoredId(place.value.optionOrder, input.option);
    if (optionId === null) return failure('unknown-option');
    if (place.value.ruledOut.includes(optionId) === ruledOut) return success({ ruledOut });
    const others = place.value.ruledOut.filter((id) => id !== optionId);
    await updateRuledOut(tx, { attemptId, position, ruledOut: ruledOut ? [...others, optionId] : others });
    await insertAuditEvent(tx, {
      at: now,
      actorId: personId,
      action: 'attempt.rule-out-option',
      subject: { kind: 'attempt', id: attemptId },
      detail: { position, optionId, ruledOut },
      network: null
    });
    return success({ ruledOut });
  });
}
