import type { Choice } from './choices.ts';
import { choicesOf, inWords } from './choices.ts';
import type { LintFinding } from './lint-finding.ts';
import type { LintRule } from './lint-context.ts';
import { warningFinding } from './new-finding.ts';
import { parseMeasure } from './parse-measure.ts';
import { ACTION_VERBS, NOUNS_IN_ING, VERBS_AND_NOUNS } from './words/grammar-words.ts';

/** cme-rules.md §6.1 rule 10. */
const MOST_TIMES_LONGER = 3;
/** Options below this many characters count as this long: names of a word differ in length by chance. */
const SHORT = 10;

const WHY = 'What differs in kind stands out, and options that differ in kind cannot be ranked on one scale.';

/** Behind these, a word that can be a verb is a noun: "Increase in …", "Biopsy is …". */
const AFTER_A_NOUN = new Set([
  '',
  'of',
  'in',
  'is',
  'are',
  'was',
  'were',
  'has',
  'have',
  'with',
  'from',
  'for'
]);

/** How an option begins: with "To …" or "Start …" as an order, with "Starting …", or otherwise. */
function beginning(text: string): 'order' | 'gerund' | 'other' {
  const [first = '', second = ''] = text.toLowerCase().split(/\s+/, 2);
  if (ACTION_VERBS.has(first) && !VERBS_AND_NOUNS.has(first)) return 'order';
  if (AFTER_A_NOUN.has(second)) return 'other';
  if (first === 'to' || ACTION_VERBS.has(first)) return 'order';
  return first.endsWith('ing') && first.length > 5 && !NOUNS_IN_ING.has(first) ? 'gerund' : 'other';
}

/** One "-ing" alone may be an adjective ("Evolving tumors …"); two, or one beside an order, are actions. */
function actionsAmong(choices: Choice[]): Choice[] {
  const orders = choices.filter(({ text }) => beginning(text) === 'order');
  const gerunds = choices.filter(({ text }) => beginning(text) === 'gerund');
  return orders.length === 0 && gerunds.length < 2 ? [] : [...orders, ...gerunds];
}

const letters = (choices: Choice[]) => inWords(choices.map(({ letter }) => letter));

const mixed = (what: string, mend: string): LintFinding[] => [
  warningFinding({ rule: 'L08', place: 'options', what, why: WHY, mend })
];

function mixedKinds(choices: Choice[]): LintFinding[] {
  const numeric = choices.filter(({ text }) => parseMeasure(text) !== null);
  if (numeric.length > 0 && numeric.length < choices.length) {
    const are = numeric.length === 1 ? 'is a number' : 'are numbers';
    return mixed(`${letters(numeric)} ${are}, the others are text.`, 'Let all options be numbers, or none.');
  }
  const actions = actionsAmong(choices);
  if (actions.length === 0 || actions.length === choices.length) return [];
  const are = actions.length === 1 ? 'begins with a verb' : 'begin with a verb';
  return mixed(`${letters(actions)} ${are}, the others do not.`, 'Give all options the same form.');
}

function mixedLengths(choices: Choice[]): LintFinding[] {
  const byLength = choices.toSorted((one, other) => one.text.length - other.text.length);
  const [shortest, longest] = [byLength[0], byLength.at(-1)];
  if (!shortest || !longest) return [];
  if (longest.text.length <= MOST_TIMES_LONGER * Math.max(shortest.text.length, SHORT)) return [];
  return mixed(
    `${longest.letter} is ${longest.text.length} characters, ${shortest.letter} is ${shortest.text.length}.`,
    'Trim the longest or say more in the shortest.'
  );
}

/**
 * L08: options that are not parallel: numbers with text, actions with things, or one more than three times as long as
 * another. Source: NBME, Constructing Written Test Questions ("homogeneous options"); BMC Med Educ 2016,
 * doi 10.1186/s12909-016-0559-7, table 1; cme-rules.md §6.1 rule 10.
 */
export const parallelOptions: LintRule = (draft) => {
  const choices = choicesOf(draft);
  return [...mixedKinds(choices), ...mixedLengths(choices)];
};
