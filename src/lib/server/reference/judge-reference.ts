import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lockReference, updateJudgement } from './reference-queries.ts';

type Judgement = {
  referenceId: string;
  /** An id of `EVIDENCE_LEVELS`, or empty: not judged. */
  evidenceLevel: string;
  /** `YYYY-MM-DD`, or null. */
  reviewDueOn: string | null;
  actorId: string;
  now: Date;
};

/** Says how strong the evidence of a reference is, and by when somebody is to look at it again. */
export function judgeReference(
  db: Executor,
  judgement: Judgement
): Promise<Result<null, 'no-such-reference'>> {
  const { referenceId: id, evidenceLevel, reviewDueOn, actorId, now } = judgement;
  return db.transaction(async (tx) => {
    if ((await lockReference(tx, id)) === null) return failure('no-such-reference');
    await updateJudgement(tx, { id, evidenceLevel, reviewDueOn, now });
    const subject = { kind: 'reference', id };
    const detail = { evidenceLevel, reviewDueOn };
    await insertAuditEvent(tx, { at: now, actorId, action: 'reference.judge-reference', subject, detail });
    return success(null);
  });
}
