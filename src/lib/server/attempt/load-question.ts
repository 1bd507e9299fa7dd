import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import { attemptFacts } from '#lib/domain/attempt/attempt-facts.ts';
import type { InForce } from '#lib/domain/attempt/explain-response.ts';
import { feedbackIsDue } from '#lib/domain/attempt/feedback-is-due.ts';
import type { ItemFeedback } from '#lib/domain/attempt/item-feedback.ts';
import type { QuestionView, SavedResponse } from '#lib/domain/attempt/question-view.ts';
import { toShownResponse } from '#lib/domain/attempt/shown-response.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import { toPublicItem } from '#lib/domain/question-bank/public-item.ts';
import { shownIdOf } from '#lib/domain/question-bank/shown-id.ts';
import { readActivityVersion } from '../activity/read-activity.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItem } from '../question-bank/read-keyed-items.ts';
import { selectOptionalQuestion, type QuestionRow } from './own-place-queries.ts';
import type { OwnAttempt } from './queries.ts';
import { readDecision } from './read-decisions.ts';
import { readFeedback } from './read-feedback.ts';

type Asked = { place: QuestionRow; item: KeyedItem; activity: ActivityFacts };

async function feedbackIfDue(
  db: Executor,
  { place, item, activity }: Asked,
  decided: InForce | null
): Promise<ItemFeedback | null> {
  const { feedback: policy, state, isUnderTest } = place;
  if (!feedbackIsDue({ policy, state, isAnswered: place.response !== null, isUnderTest })) return null;
  const [feedback] = await readFeedback(db, { activity, answers: [{ item, place, decided }] });
  return feedback ?? null;
}

function savedOf({ position, answeredAt, lastSaved }: QuestionRow): SavedResponse | null {
  if (answeredAt) return { position, at: answeredAt };
  return lastSaved && { position: lastSaved.position, at: new Date(lastSaved.at) };
}

/**
 * All that the page of one question shows, or null where the person has no such attempt or it no such position: one
 * query, beside those of the feedback where it is due. What was published comes from memory.
 */
export async function loadQuestion(
  db: Executor,
  which: OwnAttempt & { position: number }
): Promise<QuestionView | null> {
  const place = await selectOptionalQuestion(db, which);
  if (!place) return null;
  const item = await readKeyedItem(db, place.itemVersionId);
  const activity = await readActivityVersion(db, place.activityVersionId);
  const decided = await readDecision(db, place);
  const firstIsFinal = place.feedback === 'after-each-item';
  return {
    attempt: attemptFacts({ id: which.attemptId, ...place }, activity),
    position: place.position,
    item: toPublicItem(item, place),
    response: place.response && toShownResponse(place.response, place),
    isOpen: place.state === 'in-progress' && !(firstIsFinal && place.response),
    flagged: place.flagged,
    ruledOut: place.ruledOut.map((id) => shownIdOf(place.optionOrder, id)),
    nextSequence: (place.sequence ?? 0) + 1,
    map: place.map,
    saved: savedOf(place),
    feedback: await feedbackIfDue(db, { place, item, activity }, decided)
  };
}
