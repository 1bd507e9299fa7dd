import { isOver } from '#lib/domain/attempt/closing-time.ts';
import { meetsPassingStandard } from '#lib/domain/attempt/meets-passing-standard.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { markAgain } from './mark-again.ts';
import { updateSubmitted, type LockedAttempt } from './queries.ts';
import { selectCounts } from './regrade-queries.ts';

export type AttemptOutcome = {
  itemsCorrect: number;
  itemsTotal: number;
  /** Of the total, those that a regrade dropped. */
  itemsDropped: number;
  passed: boolean | null;
  /** Only where the time ended it: when. */
  closedAt?: Date;
};

type CloseInput = { attempt: NonNullable<LockedAttempt>; personId: string; now: Date };

/**
 * Counts and scores an attempt under the regrades that are in force and closes it, with the audit row. The caller holds
 * the lock on scoring and then the lock on its row, taken in earlier statements: a count in a locking statement itself
 * could miss the response, or the regrade, that it waited for. One that is over ended at its closing time, by nobody's
 * hand, whoever came upon it; its audit row is nobody's and says no network, which a learner behind the second wall could
 * not add to it.
 */
export async function closeAttempt(
  tx: Executor,
  { attempt, personId, now }: CloseInput
): Promise<AttemptOutcome> {
  await markAgain(tx, attempt.id);
  const { itemsCorrect, itemsDropped } = await selectCounts(tx, attempt.id);
  const { itemsTotal, passingPercent, closesAt } = attempt;
  const isTimeUp = isOver(closesAt, now);
  const passed =
    passingPercent === null
      ? null
      : meetsPassingStandard({ correct: itemsCorrect, total: itemsTotal - itemsDropped }, { passingPercent });
  const submittedAt = isTimeUp ? closesAt : now;
  await updateSubmitted(tx, { attemptId: attempt.id, submittedAt, itemsCorrect, itemsDropped, passed });
  await insertAuditEvent(tx, {
    at: now,
    ...(isTimeUp ? { actorId: null, network: null } : { actorId: personId }),
    action: 'attempt.finish-attempt',
    subject: { kind: 'attempt', id: attempt.id },
    detail: {
      kind: attempt.kind,
      itemsCorrect,
      itemsTotal,
      itemsDropped,
      passed,
      ...(isTimeUp ? { reason: 'time-up', closedAt: closesAt.toISOString() } : {})
    }
  });
  return { itemsCorrect, itemsTotal, itemsDropped, passed, ...(isTimeUp ? { closedAt: closesAt } : {}) };
}
