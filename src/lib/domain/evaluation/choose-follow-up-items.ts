import type { Candidate } from '../attempt/draw-form.ts';
import { seededRandom, shuffle } from '../attempt/seeded-random.ts';

/** A few minutes at most (cme-rules.md §6.2: three to five parallel items). */
const MOST = 4;

/** Types that are answered by choosing, so that all fit on one page. */
const CHOSEN = ['single', 'multiple', 'true-false'];

type Choosing = {
  /** Live items of the activity's banks. */
  candidates: Candidate[];
  /** The activity's objectives, those that went worst first. */
  objectiveIds: string[];
  /** Items that the learner met before: a follow-up asks for the same with others, where there are any. */
  metItemIds: ReadonlySet<string>;
  /** Items that stand in an open form of the learner; their keys stay closed. */
  underTest: ReadonlySet<string>;
  seed: number;
};

/**
 * The items of a follow-up: one an objective, the weakest objectives first, unmet items before met ones. The same input
 * and seed choose the same, in whatever order the candidates come.
 */
export function chooseFollowUpItems(input: Choosing): Candidate[] {
  const random = seededRandom(input.seed);
  const usable = input.candidates
    .filter(({ type, itemId }) => CHOSEN.includes(type) && !input.underTest.has(itemId))
    .toSorted((one, other) => (one.versionId < other.versionId ? -1 : 1));
  const shuffled = shuffle(usable, random);
  const inOrder = [
    ...shuffled.filter(({ itemId }) => !input.metItemIds.has(itemId)),
    ...shuffled.filter(({ itemId }) => input.metItemIds.has(itemId))
  ];
  return input.objectiveIds
    .flatMap((id) => inOrder.find(({ objectiveId }) => objectiveId === id) ?? [])
    .slice(0, MOST);
}
