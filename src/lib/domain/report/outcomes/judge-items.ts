import { shownCount, type ShownCount } from '../small-cells.ts';
import { holm } from './holm.ts';
import { mcnemar, type McNemar } from './mcnemar.ts';
import { oddsRatio, type OddsRatio } from './odds-ratio.ts';
import type { ItemPairFacts, PairCells } from './outcome-facts.ts';
import { hasSmallCell, leastTotal, tellableBand, type Band } from './table-privacy.ts';

/** Below so many learners nothing is inferred (cme-rules.md §6.2). */
export const LEAST_TO_INFER = 30;

/** Below so many nothing is shown of learners at all. */
export const LEAST_TO_SHOW = 5;

/** What a test of an item came to. `adjusted`: p after Holm. `held-back`: a cell is too small for more than its band. */
export type ItemTest =
  | { kind: 'too-few-learners' }
  | { kind: 'nothing-changed' }
  | { kind: 'held-back'; band: Band | null }
  | { kind: 'tested'; test: McNemar; adjusted: number; odds: OddsRatio | null };

/** An item before and after as it may be shown; null: held back. Percentages are of learners who were right. */
export type ItemOutcome = {
  before: string;
  after: string;
  stem: string;
  objective: string;
  learners: ShownCount;
  percentBefore: number | null;
  percentAfter: number | null;
  cells: { [Cell in keyof PairCells]: ShownCount };
  test: ItemTest;
};

type Adjusted = { test: McNemar; adjusted: number } | null;

const learnersOf = ({ both, learned, lost, neither }: PairCells) => both + learned + lost + neither;

/** The tests of those items that can be tested, adjusted for how many they are; null for the others. */
function testAll(items: readonly ItemPairFacts[]): Adjusted[] {
  const tests = items.map((item) =>
    learnersOf(item) < LEAST_TO_INFER ? null : mcnemar(item.learned, item.lost)
  );
  const adjusted = holm(tests.flatMap((test) => (test === null ? [] : [test.p])));
  return tests.map((test) => test && { test, adjusted: adjusted.shift() ?? test.p });
}

/** Items of which nothing is shown: their totals would give away a small cell. Never a single one: the mean would tell it. */
function withheldAmong(items: readonly ItemPairFacts[]): Set<ItemPairFacts> {
  const withheld = new Set(
    items.filter((item) => learnersOf(item) < LEAST_TO_SHOW || (hasSmallCell(item) && leastTotal(item) === 0))
  );
  if (withheld.size !== 1) return withheld;
  const [next] = items
    .filter((item) => !withheld.has(item))
    .toSorted((one, other) => leastTotal(one) - leastTotal(other));
  return next === undefined ? withheld : withheld.add(next);
}

function testOf(item: ItemPairFacts, tested: Adjusted, isWithheld: boolean): ItemTest {
  if (learnersOf(item) < LEAST_TO_INFER) return { kind: 'too-few-learners' };
  if (isWithheld) return { kind: 'held-back', band: null };
  if (hasSmallCell(item)) {
    const band = tested && tellableBand(item, tested.test.p === 0 ? 1 : tested.adjusted / tested.test.p);
    return { kind: 'held-back', band };
  }
  if (tested === null) return { kind: 'nothing-changed' };
  return { kind: 'tested', ...tested, odds: oddsRatio(item.learned, item.lost) };
}

/** Items as they may be shown: a table with a cell of one to four is shown by its percentages only. */
export function judgeItems(items: readonly ItemPairFacts[]): ItemOutcome[] {
  const tests = testAll(items);
  const withheld = withheldAmong(items);
  return items.map((item, index) => {
    const learners = learnersOf(item);
    const isWithheld = withheld.has(item);
    const hides = isWithheld || hasSmallCell(item);
    const shown = (count: number) => (hides ? null : count);
    const percent = (right: number) => (isWithheld ? null : (100 * right) / learners);
    return {
      before: item.before,
      after: item.after,
      stem: item.stem,
      objective: item.objective,
      learners: shownCount(learners),
      percentBefore: percent(item.both + item.lost),
      percentAfter: percent(item.both + item.learned),
      cells: {
        both: shown(item.both),
        learned: shown(item.learned),
        lost: shown(item.lost),
        neither: shown(item.neither)
      },
      test: testOf(item, tests[index] ?? null, isWithheld)
    };
  });
}
