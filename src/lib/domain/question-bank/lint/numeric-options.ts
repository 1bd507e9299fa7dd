import type { DraftOption, ItemDraft } from '../item-draft.ts';
import { choicesOf, type Choice } from './choices.ts';
import type { LintRule } from './lint-context.ts';
import type { LintFinding } from './lint-finding.ts';
import { errorFinding, warningFinding } from './new-finding.ts';
import { overlap, parseMeasure, type Measure } from './parse-measure.ts';

type Measured = Choice & { measure: Measure };

const OVERLAP = {
  why: 'A value that two options hold makes both of them right, or neither.',
  mend: 'Let the ranges meet without sharing a value, e.g. 10–19 and 20–29.'
};

/** The options as numbers; none unless all of them are. */
function measured(choices: Choice[]): Measured[] {
  const found = choices.flatMap((choice) => {
    const measure = parseMeasure(choice.text);
    return measure === null ? [] : [{ ...choice, measure }];
  });
  return found.length === choices.length ? found : [];
}

function overlaps(options: Measured[]): LintFinding[] {
  return options.flatMap((option, index) => {
    const earlier = options.slice(0, index).find(({ measure }) => overlap(measure, option.measure));
    if (earlier === undefined) return [];
    const what = `“${option.text}” and “${earlier.text}” have a value in common.`;
    return [errorFinding({ rule: 'L09', place: option.place, what, ...OVERLAP })];
  });
}

/** Where an option stands on the scale: by its finite end. */
const rank = ({ measure: { low, high } }: Measured) => (low === -Infinity ? high - 1e-9 : low);

function disorder(options: Measured[]): LintFinding[] {
  const ranks = options.map(rank);
  const rising = ranks.every((value, index) => index === 0 || value >= (ranks[index - 1] ?? 0));
  const falling = ranks.every((value, index) => index === 0 || value <= (ranks[index - 1] ?? 0));
  if (rising || falling) return [];
  const why = 'Readers lose time looking for the value that they know, and errors creep in.';
  const words = { what: 'The numbers are not in order.', why, mend: 'Sort them from low to high.' };
  return [warningFinding({ rule: 'L09', place: 'options', ...words })];
}

function scaleFlaws(options: Measured[]): LintFinding[] {
  const units = new Set(options.map(({ measure }) => measure.unit));
  if (units.size <= 1) return [...overlaps(options), ...disorder(options)];
  const named = [...units].map((unit) => (unit === '' ? 'none' : unit)).join(', ');
  const why = 'Comparing them is arithmetic, not what the item is about.';
  const words = {
    what: `The options have different units: ${named}.`,
    why,
    mend: 'Use one unit in all options.'
  };
  return [warningFinding({ rule: 'L09', place: 'options', ...words })];
}

/** An expected value of a numeric item, as wide as its tolerance. */
function expected({ text, tolerance }: DraftOption): Measure | null {
  const [value, off] = [Number(text), Number(tolerance ?? '0')];
  if (text.trim() === '' || Number.isNaN(value) || Number.isNaN(off)) return null;
  return { low: value - off, high: value + off, lowOpen: false, highOpen: false, unit: '' };
}

function expectedOverlaps({ options }: ItemDraft): LintFinding[] {
  return options.flatMap((option, index) => {
    const own = expected(option);
    const earlier = options.slice(0, index).find((other) => {
      const range = expected(other);
      return own !== null && range !== null && other.isKey !== option.isKey && overlap(own, range);
    });
    if (earlier === undefined) return [];
    const what = `${option.text} and ${earlier.text} overlap within their tolerances, and one of them is wrong.`;
    const why = 'A response between them would be right and wrong at once.';
    const words = { what, why, mend: 'Narrow a tolerance, or remove the wrong value.' };
    return [errorFinding({ rule: 'L09', place: `option:${option.id}`, ...words })];
  });
}

/**
 * L09: numeric options that overlap (error), are not in order or have different units (warnings); of a numeric item,
 * right and wrong values that overlap (error). Source: NBME, Constructing Written Test Questions ("numeric data stated
 * inconsistently"); BMC Med Educ 2016, doi 10.1186/s12909-016-0559-7, table 1; cme-rules.md §6.1 rule 13.
 */
export const numericOptions: LintRule = (draft) =>
  draft.type === 'numeric' ? expectedOverlaps(draft) : scaleFlaws(measured(choicesOf(draft)));
