import type { KeyedItem } from '../question-bank/keyed-item.ts';
import { keysUnderRegrade } from './keys-under-regrade.ts';
import type { Regrade } from './regrade.ts';
import type { Response } from './response.ts';
import { scoreResponse, type Score } from './score-response.ts';

type Regraded = { item: KeyedItem; regrade: Regrade | null };

const shareOf = ({ earned, possible }: Score) => earned / possible;

/** The item under the key by which the response comes off best; the main key where it is all the same. */
export function bestKeyFor({ item, regrade }: Regraded, response: Response | null): KeyedItem {
  const [main, ...others] = keysUnderRegrade(item, regrade);
  if (response === null) return main;
  return others.reduce(
    (best, other) =>
      shareOf(scoreResponse(other, response)) > shareOf(scoreResponse(best, response)) ? other : best,
    main
  );
}

/**
 * Marks a response while `regrade` is in force (null: none is). Under `full-mark` every response is right; under
 * `drop-item` it is marked by the key, for statistics and feedback, although the place does not count (decision 16).
 */
export function scoreUnderRegrade(regraded: Regraded, response: Response): Score {
  const score = scoreResponse(bestKeyFor(regraded, response), response);
  if (regraded.regrade?.kind !== 'full-mark') return score;
  return { correct: true, earned: score.possible, possible: score.possible };
}
