import {
  decideSubmission,
  type Refusal,
  type SequencedResponse,
  type Submission
} from '#lib/domain/attempt/decide-submission.ts';
import { readResponse, type ResponseProblem } from '#lib/domain/attempt/read-response.ts';
import type { Response } from '#lib/domain/attempt/response.ts';
import { scoreUnderRegrade } from '#lib/domain/attempt/score-under-regrade.ts';
import { toAuthoredResponse, toShownResponse } from '#lib/domain/attempt/shown-response.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import { toPublicItem } from '#lib/domain/question-bank/public-item.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { LateResponse } from '#lib/domain/attempt/time-up-words.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItem } from '../question-bank/read-keyed-items.ts';
import { selectOptionalOwnPlace, type OwnPlaceRow } from './own-place-queries.ts';
import type { OwnAttempt } from './queries.ts';
import { readDecision } from './read-decisions.ts';
import { writeResponse } from './submission-queries.ts';

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
  | { kind: Refusal; stored: Response | null }
  | ({ kind: 'time-up' } & LateResponse);

export type Submitted = {
  outcome: 'stored' | 'replayed';
  itemsTotal: number;
  /** Whether the page of this item now shows its feedback. */
  feedbackFollows: boolean;
};

function storedOf({ response, sequence, idempotencyKey }: OwnPlaceRow): SequencedResponse | null {
  if (response === null || sequence === null || idempotencyKey === null) return null;
  return { response, sequence, idempotencyKey };
}

/** Each that is lost is another response to the same question, or the end of the attempt, which came first. */
const MOST_RACES = 1_000;

type Refused = Extract<Submission, { kind: 'time-up' | 'refuse' }>;

const refusalOf = (refused: Refused, shown: { stored: Response | null; sent: Response }): SubmitProblem =>
  refused.kind === 'time-up' ? { ...refused, ...shown } : { kind: refused.why, stored: shown.stored };

type Submitting = Promise<Result<Submitted, SubmitProblem>>;

type Decided = { place: OwnPlaceRow; item: KeyedItem; response: Response };

async function write(db: Executor, input: SubmitInput, decided: Decided): Promise<boolean> {
  const { place, item, response } = decided;
  const regrade = (await readDecision(db, place))?.regrade ?? null;
  const { correct } = scoreUnderRegrade({ item, regrade }, response);
  return writeResponse(db, { ...input, response, correct, replaces: place.sequence });
}

/** Null: what was read did not hold any more when the response was to be written. */
async function submitTo(
  place: OwnPlaceRow,
  { db, input }: { db: Executor; input: SubmitInput }
): Promise<Awaited<Submitting> | null> {
  const item = await readKeyedItem(db, place.itemVersionId);
  const stored = storedOf(place);
  const read = readResponse(input.fields, toPublicItem(item, place));
  if (!read.ok) return read;
  const response = toAuthoredResponse(read.value, place);
  const { state, itemsTotal, closesAt } = place;
  const feedbackFollows = place.feedback === 'after-each-item';
  const submission = decideSubmission({
    state,
    firstIsFinal: feedbackFollows,
    stored,
    closesAt,
    now: input.now,
    sent: { response, sequence: input.sequence, idempotencyKey: input.idempotencyKey }
  });
  if (submission.kind === 'replay') return success({ outcome: 'replayed', itemsTotal, feedbackFollows });
  if (submission.kind === 'time-up' || submission.kind === 'refuse') {
    return failure(
      refusalOf(submission, { stored: stored && toShownResponse(stored.response, place), sent: read.value })
    );
  }
  const isWritten = await write(db, input, { place, item, response });
  return isWritten ? success({ outcome: 'stored', itemsTotal, feedbackFollows }) : null;
}

/**
 * Takes a response: acknowledged only after the commit, counted once, and refused with what is stored where it may not
 * stand (reliability.md §2, promises 1 to 4). One statement reads what there is, the rule decides, and one statement
 * writes, if all is still as it was read; if not, it is read and decided again. `found`: the place, where it has just been
 * read as that of the person.
 */
export async function submitResponse(db: Executor, input: SubmitInput, found?: OwnPlaceRow): Submitting {
  let place = found ?? null;
  for (let races = 0; races < MOST_RACES; races += 1) {
    place ??= await selectOptionalOwnPlace(db, input);
    if (!place) return failure({ kind: 'not-found' });
    const outcome = await submitTo(place, { db, input });
    if (outcome !== null) return outcome;
    place = null;
  }
  throw new Error(
    `A response to question ${input.position} of attempt ${input.attemptId} never found its turn`
  );
}
