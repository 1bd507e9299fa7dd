import type { KeyedItem } from '../../question-bank/keyed-item.ts';
import type { ItemFigures } from './analyse-item.ts';
import { analyseOptions, type OptionFigures } from './analyse-options.ts';
import { efficiencyOfCounts } from './efficiency-of-counts.ts';
import { endGroups, type EndGroups } from './end-groups.ts';
import { figuresOfSums } from './figures-of-sums.ts';
import { addSums, NO_SUMS, sumsOf, type ItemSums } from './item-sums.ts';
import { markOf, restOf, type ResponseCell } from './response-cell.ts';
import { spreadsOfSums } from './spreads-of-sums.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** One end of the form: how many, and the facility of the item among them, per cent. */
type End = { size: number; facility: number | null };

/** All that is known of an item on a form by itself. `interval` is of the facility, per cent. */
export type CellFigures = ItemFigures & {
  sums: ItemSums;
  interval: { low: number; high: number } | null;
  markVariance: number;
  restVariance: number;
  upper: End;
  lower: End;
  options: OptionFigures[];
};

function sumsOfCells(cells: readonly ResponseCell[]): ItemSums {
  return cells.reduce(
    (sums, cell) => addSums(sums, sumsOf(markOf(cell), cell.total, cell.attempts)),
    NO_SUMS
  );
}

function endOf(cells: readonly ResponseCell[], belongs: (rest: number) => boolean): End {
  const own = cells.filter((cell) => belongs(restOf(cell)));
  const { responses, sumX } = sumsOfCells(own);
  return { size: responses, facility: responses === 0 ? null : (100 * sumX) / responses };
}

function endsOf(cells: readonly ResponseCell[], ends: EndGroups | null): { upper: End; lower: End } {
  return {
    upper: endOf(cells, (rest) => ends !== null && rest >= ends.fromUpper),
    lower: endOf(cells, (rest) => ends !== null && rest <= ends.toLower)
  };
}

/** How many people have each mark on the rest of the form. */
function restCounts(cells: readonly ResponseCell[]): Map<number, number> {
  const people = new Map<number, number>();
  for (const cell of cells) people.set(restOf(cell), (people.get(restOf(cell)) ?? 0) + cell.attempts);
  return people;
}

/**
 * Figures of one item on a form from its counted responses: the same as `analyseItem` finds from one mark for each attempt,
 * at the cost of its different responses instead of all.
 */
export function analyseCells(item: KeyedItem, cells: readonly ResponseCell[]): CellFigures {
  const sums = sumsOfCells(cells);
  const rest = restCounts(cells);
  const ends = endGroups(rest);
  const { varX, varR, covXt } = spreadsOfSums(sums);
  const pairs = Math.max(1, sums.responses * (sums.responses - 1));
  return {
    ...figuresOfSums(sums),
    discriminativeEfficiency: efficiencyOfCounts(sums, rest),
    covarianceWithTotal: sums.responses < 2 ? null : covXt / pairs,
    sums,
    interval: wilsonInterval(sums.sumX, sums.responses),
    markVariance: varX / pairs,
    restVariance: varR / pairs,
    ...endsOf(cells, ends),
    options: analyseOptions({ item, cells, sums, ends })
  };
}
