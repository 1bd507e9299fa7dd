type Difficulty = 'easy' | 'medium' | 'hard';

/** An item of the bank that learners can get now. */
export type ServableItem = {
  itemId: string;
  objectiveId: string | null;
  difficulty: string;
  usableInPretest: boolean;
};

/** A form of a live activity, with its blueprint. */
export type LiveForm = {
  /** E.g. “Practice” of Resistance to immunotherapy. */
  name: string;
  pretestItemsOnly: boolean;
  cells: { objectiveId: string; code: string; difficulty: Difficulty | 'any'; count: number }[];
  fixedItemIds: string[];
};

const LEVELS: readonly Difficulty[] = ['easy', 'medium', 'hard'];

const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);

type Demand = { cells: LiveForm['cells']; left: ServableItem[] };

/** What the cells of one objective ask for and what is left for them, where it is too little. */
function shortageOf({ cells, left }: Demand): string | null {
  const code = cells[0]?.code ?? '';
  for (const level of LEVELS) {
    const asked = total(cells.filter(({ difficulty }) => difficulty === level).map(({ count }) => count));
    const have = left.filter(({ difficulty }) => difficulty === level).length;
    if (asked > have) return `${code} asks for ${asked} ${level} items, ${have} would be left`;
  }
  const asked = total(cells.map(({ count }) => count));
  return asked > left.length ? `${code} asks for ${asked} items, ${left.length} would be left` : null;
}

/**
 * What the forms of live activities could no longer draw without an item, in words. Cells of one difficulty and cells of
 * any share the items of their objective, so both are counted.
 */
export function retirementShortages(
  { forms, items }: { forms: LiveForm[]; items: ServableItem[] },
  itemId: string
): string[] {
  const retiring = items.find((item) => item.itemId === itemId);
  if (!retiring) return [];
  return forms.flatMap((form) => {
    if (form.fixedItemIds.includes(itemId)) return [`${form.name}: every form holds this item`];
    const cells = form.cells.filter(({ objectiveId }) => objectiveId === retiring.objectiveId);
    const isDrawn = retiring.usableInPretest || !form.pretestItemsOnly;
    if (cells.length === 0 || !isDrawn) return [];
    const left = items.filter(
      (item) =>
        item.itemId !== itemId &&
        item.objectiveId === retiring.objectiveId &&
        (item.usableInPretest || !form.pretestItemsOnly)
    );
    const shortage = shortageOf({ cells, left });
    return shortage === null ? [] : [`${form.name}: ${shortage}`];
  });
}
