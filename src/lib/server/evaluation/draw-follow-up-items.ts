import { drawOrder, type Candidate, type DrawnItem } from '#lib/domain/attempt/draw-form.ts';
import type { PastItem } from '#lib/domain/attempt/practice-selection.ts';
import { seededRandom } from '#lib/domain/attempt/seeded-random.ts';
import { chooseFollowUpItems } from '#lib/domain/evaluation/choose-follow-up-items.ts';
import { readActivityVersion } from '../activity/read-activity.ts';
import { selectSource } from '../attempt/assessment-queries.ts';
import { listPastItems } from '../attempt/form-queries.ts';
import { readCandidates } from '../attempt/read-candidates.ts';
import { readItemsUnderTest } from '../attempt/read-items-under-test.ts';
import type { Executor } from '../db/index.ts';

type Drawing = { activityVersionId: string; personId: string; seed: number };

async function readBanks(tx: Executor, assessmentIds: string[]): Promise<string[]> {
  const banks = new Set<string>();
  for (const id of assessmentIds) banks.add((await selectSource(tx, id)).bankId);
  return [...banks];
}

/** Draws the items of a follow-up from what is live in the activity's banks, without writing anything. */
export async function drawFollowUpItems(
  tx: Executor,
  { activityVersionId, personId, seed }: Drawing
): Promise<DrawnItem[]> {
  const { assessments, objectives } = await readActivityVersion(tx, activityVersionId);
  const met: PastItem[] = [];
  for (const { id } of assessments) met.push(...(await listPastItems(tx, { assessmentId: id, personId })));
  const candidates: Candidate[] = [];
  for (const bankId of await readBanks(
    tx,
    assessments.map(({ id }) => id)
  ))
    candidates.push(...(await readCandidates(tx, bankId)));
  const objectiveOf = new Map(candidates.map(({ itemId, objectiveId }) => [itemId, objectiveId]));
  const misses = (objectiveId: string) =>
    met.filter(({ itemId, correct }) => correct === false && objectiveOf.get(itemId) === objectiveId).length;
  const chosen = chooseFollowUpItems({
    candidates,
    objectiveIds: objectives.map(({ id }) => id).toSorted((one, other) => misses(other) - misses(one)),
    metItemIds: new Set(met.map(({ itemId }) => itemId)),
    underTest: await readItemsUnderTest(tx, personId),
    seed
  });
  const random = seededRandom(seed);
  return chosen.map((item) => drawOrder(item, { shuffleOptions: true }, random));
}
