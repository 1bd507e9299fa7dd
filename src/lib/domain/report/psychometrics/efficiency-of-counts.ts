import type { ItemSums } from './item-sums.ts';
import { spreadsOfSums } from './spreads-of-sums.ts';

/** The sum of the so many highest marks. */
function sumOfHighest(people: ReadonlyMap<number, number>, howMany: number): number {
  let [left, sum] = [howMany, 0];
  for (const [mark, count] of [...people].toSorted(([one], [other]) => other - one)) {
    const taken = Math.min(left, count);
    sum += taken * mark;
    left -= taken;
  }
  return sum;
}

/**
 * `discriminativeEfficiency` of an item that is right or wrong, from its sums and from how many people have each mark on the
 * rest: when both are sorted, the ones meet the highest rests, so Cmax is n·Σ(highest) − Σx·ΣR, over n(n − 1)
 * (formats-and-statistics.md §5).
 */
export function efficiencyOfCounts(sums: ItemSums, rest: ReadonlyMap<number, number>): number | null {
  const { varX, varR, covXr } = spreadsOfSums(sums);
  if (varX === 0 || varR === 0) return null;
  const most = sums.responses * sumOfHighest(rest, sums.sumX) - sums.sumX * (sums.sumT - sums.sumX);
  return (100 * covXr) / most;
}
