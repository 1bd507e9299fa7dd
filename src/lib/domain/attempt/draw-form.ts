import type { ItemType } from '../question-bank/keyed-item.ts';
import type { DrawnOrder } from '../question-bank/shown-id.ts';
import { failure, success, type Result } from '../result.ts';
import { seededRandom, shuffle, type RandomStream } from './seeded-random.ts';

/** A live item version that a form may hold. */
export type Candidate = {
  versionId: string;
  itemId: string;
  objectiveId: string | null;
  usableInPretest: boolean;
  type: ItemType;
  /** In the authored order; of an ordering item that is not necessarily the key. */
  optionIds: string[];
  targetIds: string[];
  /** The key of an ordering item, so that it is never shown; null for the other types. */
  orderingKey: string[] | null;
};

export type Blueprint = {
  /** How many items of each objective. */
  cells: { objectiveId: string; count: number }[];
  /** Items that every form holds; they count in the cell of their objective. */
  fixedItemIds: string[];
  pretestItemsOnly: boolean;
};

export type DrawnItem = DrawnOrder & { versionId: string };

export type DrawProblem =
  | { kind: 'cell-cannot-be-filled'; objectiveId: string; missing: number }
  | { kind: 'fixed-item-missing'; itemId: string }
  | { kind: 'empty-form' };

/** Seen items after unseen ones, each group in random order, so that a second form repeats as little as it can. */
function inOrderOfChoice(
  candidates: Candidate[],
  seen: ReadonlySet<string>,
  random: RandomStream
): Candidate[] {
  const shuffled = shuffle(candidates, random);
  return [
    ...shuffled.filter(({ itemId }) => !seen.has(itemId)),
    ...shuffled.filter(({ itemId }) => seen.has(itemId))
  ];
}

const sameOrder = (one: string[], other: string[]) => one.every((id, index) => id === other[index]);

function drawOrder(item: Candidate, random: RandomStream): DrawnItem {
  const optionOrder = shuffle(item.optionIds, random);
  // An ordering item that happens to lie in the order of its key is turned by one place.
  if (item.orderingKey !== null && sameOrder(optionOrder, item.orderingKey)) {
    optionOrder.push(...optionOrder.splice(0, 1));
  }
  return { versionId: item.versionId, optionOrder, targetOrder: shuffle(item.targetIds, random) };
}

function chooseFixed(usable: Candidate[], fixedItemIds: string[]): Result<Candidate[], DrawProblem> {
  const fixed: Candidate[] = [];
  for (const itemId of new Set(fixedItemIds)) {
    const item = usable.find((candidate) => candidate.itemId === itemId);
    if (!item) return failure({ kind: 'fixed-item-missing', itemId });
    fixed.push(item);
  }
  return success(fixed);
}

type FillInput = { blueprint: Blueprint; pool: Candidate[]; fixed: Candidate[] };

function fillCells({ blueprint, pool, fixed }: FillInput): Result<Candidate[], DrawProblem> {
  const chosen = [...fixed];
  for (const { objectiveId, count } of blueprint.cells) {
    const open = count - fixed.filter((item) => item.objectiveId === objectiveId).length;
    const drawn = pool
      .filter((item) => item.objectiveId === objectiveId && !fixed.includes(item))
      .slice(0, Math.max(0, open));
    if (drawn.length < open)
      return failure({ kind: 'cell-cannot-be-filled', objectiveId, missing: open - drawn.length });
    chosen.push(...drawn);
  }
  return chosen.length === 0 ? failure({ kind: 'empty-form' }) : success(chosen);
}

/**
 * Draws a form: which items, in which order, and the order of their options. The same candidates, blueprint, seen items
 * and seed give the same form, in whatever order the candidates come.
 */
export function drawForm(input: {
  candidates: Candidate[];
  blueprint: Blueprint;
  /** Items of the person's earlier attempts. */
  seenItemIds: ReadonlySet<string>;
  seed: number;
}): Result<DrawnItem[], DrawProblem> {
  const { blueprint } = input;
  const random = seededRandom(input.seed);
  const usable = input.candidates
    .filter(({ usableInPretest }) => usableInPretest || !blueprint.pretestItemsOnly)
    .toSorted((one, other) => (one.versionId < other.versionId ? -1 : 1));
  const fixed = chooseFixed(usable, blueprint.fixedItemIds);
  if (!fixed.ok) return fixed;
  const pool = inOrderOfChoice(usable, input.seenItemIds, random);
  const chosen = fillCells({ blueprint, pool, fixed: fixed.value });
  if (!chosen.ok) return chosen;
  return success(shuffle(chosen.value, random).map((item) => drawOrder(item, random)));
}
