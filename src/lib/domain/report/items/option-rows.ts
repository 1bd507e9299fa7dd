import type { KeyedItem } from '../../question-bank/keyed-item.ts';
import { pointBiserial } from '../psychometrics/point-biserial.ts';
import type { ResponseClass } from '../psychometrics/response-classes.ts';
import { holdBackSmall, type ShownCount } from '../small-cells.ts';
import { isEnough } from './item-facts.ts';
import { judgedClasses, type JudgedItem } from './judged-item.ts';
import type { KnownItem, KnownOption } from './known-item.ts';
import { shownShare, type ShownShare } from './shown-share.ts';

/** A class of responses as it may be shown. `pointBiserial` is null too where responses are too few. */
export type OptionRow = {
  id: string;
  /** The option's letter in the authored order; empty for what is no option. */
  letter: string;
  label: string;
  isKey: boolean;
  /** Null: fewer than five, or held back so that those cannot be worked out. */
  chosen: ShownCount;
  /** Null: held back. */
  share: ShownShare | null;
  pointBiserial: number | null;
  upperChosen: ShownCount;
  lowerChosen: ShownCount;
};

/** Of fewer people nothing is shown (ux.md §9: privacy). */
const FEWEST_SHOWN = 5;

type Counted = ResponseClass & KnownOption;

/** Classes of which every person gave one: their numbers add up to one that is shown. */
function groupOf(item: KeyedItem, { id, kind }: ResponseClass): string {
  if (kind === 'pair' || kind === 'place') return id.slice(0, id.indexOf(','));
  return item.type === 'multiple' || item.type === 'matching' || item.type === 'ordering' ? id : '';
}

/** A number beside which only those who are left can be worked out: small ones on neither side are shown. */
const shownAlone = (count: number, of: number): ShownCount =>
  shownShare(count, of).kind === 'exact' ? count : null;

type Numbers = { of: number; numberOf: (one: Counted) => number };

/** The numbers of all classes as they may be shown, in their order. */
function shownNumbers(item: KeyedItem, classes: Counted[], { of, numberOf }: Numbers): ShownCount[] {
  const groups = Map.groupBy(classes, (one) => groupOf(item, one));
  const shown = new Map<string, ShownCount>();
  for (const own of groups.values()) {
    const numbers = own.map(numberOf);
    const isAlone = own.length === 1;
    const held = isAlone ? numbers.map((number) => shownAlone(number, of)) : holdBackSmall(numbers);
    own.forEach(({ id }, index) => shown.set(id, held[index] ?? null));
  }
  return classes.map(({ id }) => shown.get(id) ?? null);
}

const letterOf = (item: KeyedItem, { id, kind }: ResponseClass) =>
  kind === 'option' ? String.fromCharCode(65 + item.options.findIndex((option) => option.id === id)) : '';

/** All classes of responses to an item with what is known of them, small numbers held back. */
export function optionRows(judged: JudgedItem, known: KnownItem): OptionRow[] {
  const { item } = judged;
  const nothing = { chosen: 0, sumRest: 0, upperChosen: 0, lowerChosen: 0 };
  const classes = judgedClasses(judged).map((one) => {
    const counts = known.options.find(({ optionId }) => optionId === one.id);
    return { ...one, ...nothing, ...counts, optionId: one.id };
  });
  const { responses } = known.sums;
  const chosen = shownNumbers(item, classes, { of: responses, numberOf: (one) => one.chosen });
  const upper = shownNumbers(item, classes, { of: known.upper.size, numberOf: (one) => one.upperChosen });
  const lower = shownNumbers(item, classes, { of: known.lower.size, numberOf: (one) => one.lowerChosen });
  return classes.map((one, index) => {
    const count = responses < FEWEST_SHOWN ? null : (chosen[index] ?? null);
    const isAlone = item.type === 'multiple';
    return {
      ...{ id: one.id, letter: letterOf(item, one), label: one.label, isKey: one.isKey },
      chosen: count,
      share: count === null && !isAlone ? null : shownShare(one.chosen, responses),
      pointBiserial: isEnough(known) && count !== null ? pointBiserial(one, known.sums) : null,
      upperChosen: isEnough(known) ? (upper[index] ?? null) : null,
      lowerChosen: isEnough(known) ? (lower[index] ?? null) : null
    };
  });
}
