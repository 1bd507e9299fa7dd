import { orderForCheck, type CheckView } from '#lib/domain/attempt/check-view.ts';
import { responseInWords } from '#lib/domain/attempt/response-in-words.ts';
import { toShownResponse } from '#lib/domain/attempt/shown-response.ts';
import { toPublicItem } from '#lib/domain/question-bank/public-item.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItem } from '../question-bank/read-keyed-items.ts';
import type { PlaceRow } from './form-queries.ts';
import { loadAttempt } from './load-attempt.ts';
import type { OwnAttempt } from './queries.ts';

async function toEntry(db: Executor, place: PlaceRow) {
  const item = toPublicItem(await readKeyedItem(db, place.itemVersionId), place);
  const answer = place.response && responseInWords(item, toShownResponse(place.response, place));
  return { position: place.position, stem: item.stem, answer, flagged: place.flagged };
}

/** Every answer of an attempt in words, or null where the person has no such attempt. */
export async function loadCheck(db: Executor, which: OwnAttempt): Promise<CheckView | null> {
  const loaded = await loadAttempt(db, which);
  if (!loaded) return null;
  const entries = [];
  for (const place of loaded.places) entries.push(await toEntry(db, place));
  const unanswered = entries.filter(({ answer }) => answer === null).length;
  return { attempt: loaded.facts, entries: orderForCheck(entries), unanswered };
}
