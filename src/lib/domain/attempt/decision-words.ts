import type { KeyedItem } from '../question-bank/keyed-item.ts';
import { toPublicItem } from '../question-bank/public-item.ts';
import { letterOf, shownIdOf, type DrawnOrder } from '../question-bank/shown-id.ts';
import type { Regrade } from './regrade.ts';
import { responseInWords } from './response-in-words.ts';
import type { Response } from './response.ts';
import { toShownResponse } from './shown-response.ts';

/** What was decided of an item after it was answered, as its page says it. */
export type ShownDecision = { words: string; reason: string };

type Placed = { item: KeyedItem; order: DrawnOrder };

const joined = (parts: string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const letters = (ids: string[], { order }: Placed) =>
  joined(ids.map((id) => letterOf(shownIdOf(order.optionOrder, id))).toSorted());

/** A response in few words, in the letters and the order of one attempt. */
function inFewWords(response: Response, placed: Placed): string {
  if (response.type === 'single') return letters([response.option], placed);
  if (response.type === 'multiple') return letters(response.options, placed);
  const shown = responseInWords(
    toPublicItem(placed.item, placed.order),
    toShownResponse(response, placed.order)
  );
  return `“${shown.join('; ')}”`;
}

function acceptedWords(accepted: Response[], placed: Placed): string {
  const words = joined(accepted.map((response) => inFewWords(response, placed)));
  const isPlural = accepted.length > 1;
  if (accepted[0]?.type === 'multiple' && !isPlural) return `${words} together are accepted too.`;
  return `${words} ${isPlural ? 'are' : 'is'} accepted too.`;
}

function newKeyWords(by: KeyedItem, placed: Placed): string {
  const general = 'This question is scored by a corrected key.';
  if (by.type !== 'single' && by.type !== 'true-false' && by.type !== 'multiple') return general;
  return `${general} The right answer is ${letters(by.key, placed)}.`;
}

/** The decision in one sentence. It may hold a part of the key: show it only when the feedback is due. */
export function decisionInWords(regrade: Regrade, placed: Placed): string {
  switch (regrade.kind) {
    case 'accept-key':
      return acceptedWords(regrade.accepted, placed);
    case 'full-mark':
      return 'Everyone gets the mark for this question.';
    case 'drop-item':
      return 'This question does not count.';
    case 'new-key':
      return newKeyWords(regrade.by, placed);
    default:
      return regrade satisfies never;
  }
}

/** The decision where the key must stay closed: null where saying it would open it. */
export function decisionWithoutKey(regrade: Regrade, placed: Placed): string | null {
  return regrade.kind === 'accept-key' || regrade.kind === 'new-key'
    ? null
    : decisionInWords(regrade, placed);
}
