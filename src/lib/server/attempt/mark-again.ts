import { scoreUnderRegrade } from '#lib/domain/attempt/score-under-regrade.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItems } from '../question-bank/read-keyed-items.ts';
import { readDecisions } from './read-decisions.ts';
import { listRegradedPlaces, updateCorrect } from './regrade-queries.ts';

/**
 * Marks the responses of an open attempt again whose items were regraded, or were and are no more: they may have been
 * marked before that. Most attempts hold none.
 */
export async function markAgain(tx: Executor, attemptId: string): Promise<void> {
  const places = await listRegradedPlaces(tx, attemptId);
  if (places.length === 0) return;
  const decisions = await readDecisions(tx, places);
  const items = await readKeyedItems(
    tx,
    places.map(({ itemVersionId }) => itemVersionId)
  );
  for (const [index, { position, itemVersionId, response, correct }] of places.entries()) {
    const item = items.get(itemVersionId);
    if (!item) continue;
    const score = scoreUnderRegrade({ item, regrade: decisions[index]?.regrade ?? null }, response);
    if (score.correct !== correct) await updateCorrect(tx, { attemptId, position, correct: score.correct });
  }
}
