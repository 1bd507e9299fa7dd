import { scoreResponse } from '#lib/domain/attempt/score-response.ts';
import { toAuthoredResponse } from '#lib/domain/attempt/shown-response.ts';
import type { PostedFields } from '#lib/domain/evaluation/evaluation-fields.ts';
import { readFollowUp as readForm, type FollowUpAnswers } from '#lib/domain/evaluation/read-follow-up.ts';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { readKeyedItem } from '../question-bank/read-keyed-items.ts';
import { insertAnswers, listFollowUpItems, lockState, selectOptionalFollowUp } from './follow-up-queries.ts';
import { hashFollowUpToken } from './follow-up-token.ts';
import { readFollowUp } from './read-follow-up.ts';

/** `problems`: answers do not fit their items, or there are none. */
type Refusal = { kind: 'not-found' } | { kind: 'over' } | { kind: 'problems'; problems: FieldProblem[] };

type Input = { token: string; fields: PostedFields; now: Date };

async function scored(tx: Executor, followUpId: string, responses: FollowUpAnswers['responses']) {
  const places = await listFollowUpItems(tx, followUpId);
  const rows = [];
  for (const { position, response: shown } of responses) {
    const place = places.find((each) => each.position === position);
    if (!place) throw new Error(`Follow-up ${followUpId} has no position ${position}`);
    const response = toAuthoredResponse(shown, place);
    const { correct } = scoreResponse(await readKeyedItem(tx, place.itemVersionId), response);
    rows.push({ position, response, correct });
  }
  return rows;
}

/** Keeps the answers of a follow-up. The first ones stand: sent again, whatever they say, they come to the same. */
export function answerFollowUp(
  db: Executor,
  { token, fields, now }: Input
): Promise<Result<'kept', Refusal>> {
  return db.transaction(async (tx) => {
    const row = await selectOptionalFollowUp(tx, hashFollowUpToken(token));
    if (!row) return failure({ kind: 'not-found' });
    if ((await lockState(tx, row.id)) === 'answered') return success('kept');
    const view = await readFollowUp(tx, { token, now });
    if (view?.state !== 'open') return failure({ kind: 'over' });
    const read = readForm(view, fields);
    if (!read.ok) return failure({ kind: 'problems', problems: read.problem });
    const commitments = read.value.commitments.map((said) => ({
      ...said,
      commitment: view.commitments.find(({ ordinal }) => ordinal === said.ordinal)?.commitment ?? ''
    }));
    const responses = await scored(tx, row.id, read.value.responses);
    await insertAnswers(tx, { id: row.id, commitments, responses, now });
    await insertAuditEvent(tx, {
      at: now,
      actorId: row.personId,
      action: 'evaluation.answer-follow-up',
      subject: { kind: 'follow-up', id: row.id }
    });
    return success('kept');
  });
}
