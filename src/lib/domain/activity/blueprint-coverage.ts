/** `any`: whatever difficulty. */
export type CellDifficulty = 'any' | 'easy' | 'medium' | 'hard';

/** How many items of an objective, and of a difficulty, a form asks for. */
export type BlueprintCell = { objectiveId: string; difficulty: CellDifficulty; count: number };

/** An item of the bank that a form could hold now. */
export type ServableItem = {
  itemId: string;
  externalId: string;
  objectiveId: string | null;
  difficulty: string;
  usableInPretest: boolean;
};

export const CELL_DIFFICULTIES: readonly CellDifficulty[] = ['any', 'easy', 'medium', 'hard'];

const fits = (item: ServableItem, { objectiveId, difficulty }: Omit<BlueprintCell, 'count'>) =>
  item.objectiveId === objectiveId && (difficulty === 'any' || item.difficulty === difficulty);

/** How many items the bank can serve for a cell. */
export const servable = (items: ServableItem[], cell: Omit<BlueprintCell, 'count'>): number =>
  items.filter((item) => fits(item, cell)).length;

export type Shortage = { objectiveId: string; difficulty: CellDifficulty; asked: number; found: number };

/**
 * The cells that the bank cannot serve. Cells of one difficulty take their items first; `any` asks for what is left, so
 * together they may ask for no more than the objective has.
 */
export function blueprintShortages(cells: BlueprintCell[], items: ServableItem[]): Shortage[] {
  return cells.flatMap((cell) => {
    const specific = cells
      .filter(({ objectiveId, difficulty }) => objectiveId === cell.objectiveId && difficulty !== 'any')
      .reduce((sum, { count }) => sum + count, 0);
    const taken = cell.difficulty === 'any' ? specific : 0;
    const found = Math.max(0, servable(items, cell) - taken);
    const { objectiveId, difficulty, count } = cell;
    return found < count ? [{ objectiveId, difficulty, asked: count, found }] : [];
  });
}

/**
 * The fixed items for which the cells have no place. A fixed item takes a place of its difficulty first, then one of
 * `any`, as the drawing of a form does; one without a place would make forms longer than learners are told.
 */
export function withoutPlace(cells: BlueprintCell[], fixed: ServableItem[]): ServableItem[] {
  const places = [
    ...cells.filter(({ difficulty }) => difficulty !== 'any'),
    ...cells.filter(({ difficulty }) => difficulty === 'any')
  ].map((cell) => ({ cell, open: cell.count }));
  return fixed.filter((item) => {
    const place = places.find(({ cell, open }) => open > 0 && fits(item, cell));
    if (place) place.open -= 1;
    return place === undefined;
  });
}

/** The items that a form with these settings may draw. */
export const drawable = (items: ServableItem[], { pretestItemsOnly }: { pretestItemsOnly: boolean }) =>
  items.filter(({ usableInPretest }) => usableInPretest || !pretestItemsOnly);
