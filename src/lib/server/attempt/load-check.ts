import { orderForCheck, type CheckEntry, type CheckView } from '#lib/domain/attempt/check-view.ts';
import { decisionToShow } from '#lib/domain/attempt/decision-to-show.ts';
import type { InForce } from '#lib/domain/attempt/explain-response.ts';
import { feedbackIsDue } from '#lib/domain/attempt/feedback-is-due.ts';
import { responseInWords } from '#lib/domain/attempt/response-in-words.ts';
import { toShownResponse } from '#lib/domain/attempt/shown-response.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import { toPublicItem } from '#lib/domain/question-bank/public-item.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItems } from '../question-bank/read-keyed-items.ts';
import type { PlaceRow } from './form-queries.ts';
import { loadAttempt } from './load-attempt.ts';
import type { AttemptRow, OwnAttempt } from './queries.ts';
import { readDecisions } from './read-decisions.ts';
import { readItemsUnderTest } from './read-items-under-test.ts';

type Asked = {
  row: AttemptRow;
  place: PlaceRow;
  keyed: KeyedItem;
  decided: InForce | null;
  underTest: ReadonlySet<string>;
};

function toEntry({ row, place, keyed, decided, underTest }: Asked): CheckEntry {
  const item = toPublicItem(keyed, place);
  const { position, flagged, response } = place;
  const isDue = feedbackIsDue({
    policy: row.feedback,
    state: row.state,
    isAnswered: response !== null,
    isUnderTest: underTest.has(keyed.itemId)
  });
  return {
    position,
    stem: item.stem,
    answer: response && responseInWords(item, toShownResponse(response, place)),
    flagged,
    decision: decisionToShow(decided, { isDue, item: keyed, order: place })
  };
}

/** Every answer of an attempt in words, or null where the person has no such attempt. */
export async function loadCheck(db: Executor, which: OwnAttempt): Promise<CheckView | null> {
  const loaded = await loadAttempt(db, which);
  if (!loaded) return null;
  const { row, places } = loaded;
  const versionIds = places.map(({ itemVersionId }) => itemVersionId);
  const items = await readKeyedItems(db, versionIds);
  const decisions = await readDecisions(db, places);
  const underTest = await readItemsUnderTest(db, which.personId);
  const entries = places.flatMap((place, index) => {
    const keyed = items.get(place.itemVersionId);
    return keyed ? [toEntry({ row, place, keyed, decided: decisions[index] ?? null, underTest })] : [];
  });
  const unanswered = entries.filter(({ answer }) => answer === null).length;
  return { attempt: loaded.facts, entries: orderForCheck(entries), unanswered };
}
