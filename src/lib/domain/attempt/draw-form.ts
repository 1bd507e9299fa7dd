import type { ItemType } from '../question-bank/keyed-item.ts';
import type { DrawnOrder } from '../question-bank/shown-id.ts';
import { failure, success, type Result } from '../result.ts';
import { seededRandom, shuffle, type RandomStream } from './seeded-random.ts';

/** A live item version that a form may hold. */
export type Candidate = {
  versionId: string;
  itemId: string;
  /** The bank's own id, which gives the order where items are not shuffled. */
  externalId: string;
  objectiveId: string | null;
  difficulty: string;
  usableInPretest: boolean;
  type: ItemType;
  /** In the authored order; of an ordering item that is not necessarily the key. Empty where the answer is typed. */
  optionIds: string[];
  targetIds: string[];
  /** The key of an ordering item, so that it is never shown; null for the other types. */
  orderingKey: string[] | null;
};

export type Blueprint = {
  /** How many items of each objective, of one difficulty or of `any`. */
  cells: { objectiveId: string; difficulty: string; count: number }[];
  /** Items that every form holds; they count in the most specific cell that fits. */
  fixedItemIds: string[];
  pretestItemsOnly: boolean;
  shuffleItems: boolean;
  shuffleOptions: boolean;
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

/** True stands before False, always; an ordering item is shuffled, always, because its order is the key. */
function keepsOrder({ type }: Candidate, { shuffleOptions }: Pick<Blueprint, 'shuffleOptions'>): boolean {
  return type === 'true-false' || (!shuffleOptions && type !== 'ordering');
}

/** The order in which a form shows the options of an item. */
export function drawOrder(
  item: Candidate,
  blueprint: Pick<Blueprint, 'shuffleOptions'>,
  random: RandomStream
): DrawnItem {
  const { versionId, optionIds, targetIds } = item;
  if (keepsOrder(item, blueprint)) return { versionId, optionOrder: optionIds, targetOrder: targetIds };
  const optionOrder = shuffle(optionIds, random);
  // An ordering item that happens to lie in the order of its key is turned by one place.
  if (item.orderingKey !== null && sameOrder(optionOrder, item.orderingKey)) {
    optionOrder.push(...optionOrder.splice(0, 1));
  }
  return { versionId, optionOrder, targetOrder: shuffle(targetIds, random) };
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

type Cell = Blueprint['cells'][number];

const fits = (item: Candidate, { objectiveId, difficulty }: Cell) =>
  item.objectiveId === objectiveId && (difficulty === 'any' || item.difficulty === difficulty);

/** Cells of one difficulty first: what they leave can still serve those of any, never the other way round. */
const specificFirst = (cells: Cell[]) => [
  ...cells.filter(({ difficulty }) => difficulty !== 'any'),
  ...cells.filter(({ difficulty }) => difficulty === 'any')
];

/** How many places of each cell the fixed items leave open. */
function openPlaces(cells: Cell[], fixed: Candidate[]): { cell: Cell; open: number }[] {
  const places = specificFirst(cells).map((cell) => ({ cell, open: cell.count }));
  for (const item of fixed) {
    const place = places.find(({ cell, open }) => open > 0 && fits(item, cell));
    if (place) place.open -= 1;
  }
  return places;
}

function fillCells({ blueprint, pool, fixed }: FillInput): Result<Candidate[], DrawProblem> {
  const chosen = [...fixed];
  for (const { cell, open } of openPlaces(blueprint.cells, fixed)) {
    const { objectiveId } = cell;
    const drawn = pool.filter((item) => fits(item, cell) && !chosen.includes(item)).slice(0, open);
    if (drawn.length < open)
      return failure({ kind: 'cell-cannot-be-filled', objectiveId, missing: open - drawn.length });
    chosen.push(...drawn);
  }
  return chosen.length === 0 ? failure({ kind: 'empty-form' }) : success(chosen);
}

const byExternalId = (one: Candidate, other: Candidate) =>
  one.externalId.localeCompare(other.externalId, 'en', { numeric: true });

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
  const items = blueprint.shuffleItems ? shuffle(chosen.value, random) : chosen.value.toSorted(byExternalId);
  return success(items.map((item) => drawOrder(item, blueprint, random)));
}
