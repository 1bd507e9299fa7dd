import { meetsPassingStandard } from '#lib/domain/attempt/meets-passing-standard.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { selectItemsCorrect } from './form-queries.ts';
import { updateSubmitted, type LockedAttempt } from './queries.ts';

export type AttemptOutcome = { itemsCorrect: number; itemsTotal: number; passed: boolean | null };

type CloseInput = { attempt: NonNullable<LockedAttempt>; personId: string; now: Date };

/**
 * Counts and scores an attempt and closes it, with the audit row. The caller holds the lock on its row, taken in an
 * earlier statement: a count in the locking statement itself could miss the response that it waited for.
 */
export async function closeAttempt(
  tx: Executor,
  { attempt, personId, now }: CloseInput
): Promise<AttemptOutcome> {
  const itemsCorrect = await selectItemsCorrect(tx, attempt.id);
  const { itemsTotal, passingPercent } = attempt;
  const passed =
    passingPercent === null
      ? null
      : meetsPassingStandard({ correct: itemsCorrect, total: itemsTotal }, { passingPercent });
  await updateSubmitted(tx, { attemptId: attempt.id, submittedAt: now, itemsCorrect, passed });
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: 'attempt.finish-attempt',
    subject: { kind: 'attempt', id: attempt.id },
    detail: { kind: attempt.kind, itemsCorrect, itemsTotal, passed }
  });
  return { itemsCorrect, itemsTotal, passed };
}
