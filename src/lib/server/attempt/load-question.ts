import { feedbackIsDue } from '#lib/domain/attempt/feedback-is-due.ts';
import type { ItemFeedback } from '#lib/domain/attempt/item-feedback.ts';
import type { QuestionView } from '#lib/domain/attempt/question-view.ts';
import { toShownResponse } from '#lib/domain/attempt/shown-response.ts';
import { toPublicItem } from '#lib/domain/question-bank/public-item.ts';
import { shownIdOf } from '#lib/domain/question-bank/shown-id.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItem } from '../question-bank/read-keyed-items.ts';
import { loadAttempt, mapOf, type LoadedAttempt } from './load-attempt.ts';
import type { OwnAttempt } from './queries.ts';
import { readDecision } from './read-decisions.ts';
import { readFeedback, type Answered } from './read-feedback.ts';
import { readItemsUnderTest } from './read-items-under-test.ts';

type FeedbackInput = { loaded: LoadedAttempt; answer: Answered; personId: string };

async function feedbackIfDue(
  db: Executor,
  { loaded, answer, personId }: FeedbackInput
): Promise<ItemFeedback | null> {
  const { feedback: policy, state } = loaded.row;
  const facts = { policy, state, isAnswered: answer.place.response !== null };
  if (!feedbackIsDue({ ...facts, isUnderTest: false })) return null;
  const underTest = await readItemsUnderTest(db, personId);
  if (!feedbackIsDue({ ...facts, isUnderTest: underTest.has(answer.item.itemId) })) return null;
  const [feedback] = await readFeedback(db, { activity: loaded.activity, answers: [answer] });
  return feedback ?? null;
}

/** All that the page of one question shows, or null where the person has no such attempt or it no such position. */
export async function loadQuestion(
  db: Executor,
  which: OwnAttempt & { position: number }
): Promise<QuestionView | null> {
  const loaded = await loadAttempt(db, which);
  const place = loaded?.places.find(({ position }) => position === which.position);
  if (!loaded || !place) return null;
  const item = await readKeyedItem(db, place.itemVersionId);
  const decided = await readDecision(db, place);
  const firstIsFinal = loaded.row.feedback === 'after-each-item';
  return {
    attempt: loaded.facts,
    position: place.position,
    item: toPublicItem(item, place),
    response: place.response && toShownResponse(place.response, place),
    isOpen: loaded.row.state === 'in-progress' && !(firstIsFinal && place.response),
    flagged: place.flagged,
    ruledOut: place.ruledOut.map((id) => shownIdOf(place.optionOrder, id)),
    nextSequence: (place.sequence ?? 0) + 1,
    map: mapOf(loaded.places),
    feedback: await feedbackIfDue(db, { loaded, answer: { item, place, decided }, personId: which.personId })
  };
}
