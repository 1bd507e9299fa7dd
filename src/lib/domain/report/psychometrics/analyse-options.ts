import type { KeyedItem } from '../../question-bank/keyed-item.ts';
import type { EndGroups } from './end-groups.ts';
import type { ItemSums } from './item-sums.ts';
import { pointBiserial, type OptionSums } from './point-biserial.ts';
import { restOf, type ResponseCell } from './response-cell.ts';
import { classesOfResponse, responseClasses } from './response-classes.ts';

/** A class of responses with how many gave it, of all and of the groups at both ends. */
export type OptionFigures = OptionSums & {
  optionId: string;
  pointBiserial: number | null;
  upperChosen: number;
  lowerChosen: number;
};

type Item = { item: KeyedItem; cells: readonly ResponseCell[]; sums: ItemSums; ends: EndGroups | null };

/** All classes of responses to an item, in the order of its options. */
export function analyseOptions({ item, cells, sums, ends }: Item): OptionFigures[] {
  const counts = new Map(
    responseClasses(item).map(({ id }) => [id, { chosen: 0, sumRest: 0, upperChosen: 0, lowerChosen: 0 }])
  );
  for (const cell of cells) {
    const rest = restOf(cell);
    for (const id of classesOfResponse(item, cell.response)) {
      const count = counts.get(id);
      if (count === undefined) continue;
      count.chosen += cell.attempts;
      count.sumRest += cell.attempts * rest;
      if (ends !== null && rest >= ends.fromUpper) count.upperChosen += cell.attempts;
      if (ends !== null && rest <= ends.toLower) count.lowerChosen += cell.attempts;
    }
  }
  return [...counts].map(([optionId, count]) => ({
    optionId,
    ...count,
    pointBiserial: pointBiserial(count, sums)
  }));
}
