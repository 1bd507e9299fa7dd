import type { Candidate } from '#lib/domain/attempt/draw-form.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import type { Executor } from '../db/index.ts';
import { listLiveVersions } from '../question-bank/queries.ts';
import { readKeyedItems } from '../question-bank/read-keyed-items.ts';

/** Of an item whose answer is typed, the options are the expected responses, which nobody sees. */
const isTyped = ({ type }: KeyedItem) => type === 'numeric' || type === 'short-text';

/** The live items of a bank, as a drawing takes them. */
export async function readCandidates(tx: Executor, bankId: string): Promise<Candidate[]> {
  const live = await listLiveVersions(tx, bankId);
  const versionIds = live.map(({ versionId }) => versionId);
  const items = await readKeyedItems(tx, versionIds);
  return live.flatMap(({ versionId, usableInPretest, difficulty }) => {
    const item = items.get(versionId);
    if (!item) return [];
    return {
      versionId,
      itemId: item.itemId,
      externalId: item.externalId,
      difficulty,
      objectiveId: item.objectiveId,
      usableInPretest,
      type: item.type,
      optionIds: isTyped(item) ? [] : item.options.map(({ id }) => id),
      targetIds: item.type === 'matching' ? item.targets.map(({ id }) => id) : [],
      orderingKey: item.type === 'ordering' ? item.key : null
    };
  });
}
