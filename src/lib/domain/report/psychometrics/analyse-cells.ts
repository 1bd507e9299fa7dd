import type { KeyedItem } from '../../question-bank/keyed-item.ts';
import { analyseItem, type ItemFigures } from './analyse-item.ts';
import { analyseOptions, type OptionFigures } from './analyse-options.ts';
import { endGroups, type EndGroups } from './end-groups.ts';
import { addSums, NO_SUMS, sumsOf, type ItemSums } from './item-sums.ts';
import { variance } from './moments.ts';
import { eachAttempt, markOf, restOf, type ResponseCell } from './response-cell.ts';
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

/** Figures of one item on a form from its counted responses. */
export function analyseCells(item: KeyedItem, cells: readonly ResponseCell[]): CellFigures {
  const sums = sumsOfCells(cells);
  const marks = eachAttempt(cells, markOf);
  const totals = eachAttempt(cells, ({ total }) => total);
  const rest = eachAttempt(cells, restOf);
  const ends = endGroups(rest);
  return {
    ...analyseItem({ kind: 'item', marks, totals, maximum: 1 }),
    sums,
    interval: wilsonInterval(sums.sumX, sums.responses),
    markVariance: variance(marks) ?? 0,
    restVariance: variance(rest) ?? 0,
    ...endsOf(cells, ends),
    options: analyseOptions({ item, cells, sums, ends })
  };
}
