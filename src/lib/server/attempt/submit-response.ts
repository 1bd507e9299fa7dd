import {
  decideSubmission,
  type Refusal,
  type SequencedResponse
} from '#lib/domain/attempt/decide-submission.ts';
import { readResponse, type ResponseProblem } from '#lib/domain/attempt/read-response.ts';
import type { Response } from '#lib/domain/attempt/response.ts';
import { scoreUnderRegrade } from '#lib/domain/attempt/score-under-regrade.ts';
import { toAuthoredResponse, toShownResponse } from '#lib/domain/attempt/shown-response.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import { toPublicItem } from '#lib/domain/question-bank/public-item.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { readKeyedItem } from '../question-bank/read-keyed-items.ts';
import { insertResponse, selectOptionalPlace, updateResponse, type PlaceRow } from './form-queries.ts';
import { lockAttempt, updateAnswered, type OwnAttempt } from './queries.ts';
import { readDecision } from './read-decisions.ts';

export type SubmitInput = OwnAttempt & {
  position: number;
  /** The fields of the question's form, see `readResponse`. */
  fields: URLSearchParams;
  /** Higher than that of the response it replaces; 1 for the first. */
  sequence: number;
  /** Names the request: sent again, it gets the first outcome. */
  idempotencyKey: string;
  now: Date;
};

export type SubmitProblem =
  | { kind: 'not-found' }
  | ResponseProblem
  /** The response cannot be taken; `stored` is what stands instead, in shown ids. */
  | { kind: Refusal; stored: Response | null };

export type Submitted = {
  outcome: 'stored' | 'replayed';
  itemsTotal: number;
  /** Whether the page of this item now shows its feedback. */
  feedbackFollows: boolean;
};

function storedOf({ response, sequence, idempotencyKey }: PlaceRow): SequencedResponse | null {
  if (response === null || sequence === null || idempotencyKey === null) return null;
  return { response, sequence, idempotencyKey };
}

type Writing = { input: SubmitInput; item: KeyedItem; place: PlaceRow; response: Response; isFirst: boolean };

/** The response, the counter (raised by what was inserted, never otherwise) and the audit row. */
async function write(tx: Executor, { input, item, place, response, isFirst }: Writing): Promise<void> {
  const { attemptId, position, sequence, idempotencyKey, now } = input;
  const regrade = (await readDecision(tx, place))?.regrade ?? null;
  const { correct } = scoreUnderRegrade({ item, regrade }, response);
  const row = { attemptId, position, response, correct, sequence, idempotencyKey, answeredAt: now };
  await (isFirst ? insertResponse(tx, row) : updateResponse(tx, row));
  if (isFirst) await updateAnswered(tx, attemptId);
  await insertAuditEvent(tx, {
    at: now,
    actorId: input.personId,
    action: 'attempt.submit-response',
    subject: { kind: 'attempt', id: attemptId },
    detail: { position, sequence, response },
    network: null
  });
}

/**
 * Takes a response: acknowledged only after the commit, counted once, and refused with what is stored where it may not
 * stand (reliability.md §2, promises 1 to 4). Locks the attempt's row first, as `finishAttempt` does.
 */
export function submitResponse(db: Executor, input: SubmitInput): Promise<Result<Submitted, SubmitProblem>> {
  return db.transaction(async (tx) => {
    const attempt = await lockAttempt(tx, input);
    const place = attempt && (await selectOptionalPlace(tx, input));
    if (!place) return failure({ kind: 'not-found' });
    const item = await readKeyedItem(tx, place.itemVersionId);
    const stored = storedOf(place);
    const read = readResponse(input.fields, toPublicItem(item, place));
    if (!read.ok) return read;
    const response = toAuthoredResponse(read.value, place);
    const feedbackFollows = attempt.feedback === 'after-each-item';
    const submission = decideSubmission({
      state: attempt.state,
      firstIsFinal: feedbackFollows,
      stored,
      sent: { response, sequence: input.sequence, idempotencyKey: input.idempotencyKey }
    });
    const { itemsTotal } = attempt;
    if (submission.kind === 'replay') return success({ outcome: 'replayed', itemsTotal, feedbackFollows });
    if (submission.kind === 'refuse') {
      return failure({ kind: submission.why, stored: stored && toShownResponse(stored.response, place) });
    }
    await write(tx, { input, item, place, response, isFirst: submission.kind === 'insert' });
    return success({ outcome: 'stored', itemsTotal, feedbackFollows });
  });
}
