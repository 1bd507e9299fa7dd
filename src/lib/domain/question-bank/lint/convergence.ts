import { choicesOf } from './choices.ts';
import type { LintRule } from './lint-context.ts';
import { infoFinding } from './new-finding.ts';
import { comparableWords } from './option-meaning.ts';
import { rootOf } from './word-roots.ts';

/** Fewer words in common are chance; chosen. */
const FEWEST_SHARED = 4;

/**
 * R08, convergence: the key has more in common with the other options than any of them. Source: NBME, Constructing
 * Written Test Questions ("convergence strategy"); BMC Med Educ 2016, doi 10.1186/s12909-016-0559-7, table 1;
 * cme-rules.md §6.1 rule 8.
 */
export const convergence: LintRule = (draft) => {
  if (draft.type !== 'single') return [];
  const choices = choicesOf(draft).map((choice) => ({
    ...choice,
    roots: new Set(comparableWords(choice.text).map(rootOf))
  }));
  const shared = choices.map(({ roots, ...choice }, index) => ({
    ...choice,
    score: choices.reduce(
      (sum, other, place) =>
        sum + (place === index ? 0 : [...roots].filter((root) => other.roots.has(root)).length),
      0
    )
  }));
  const [first, second] = shared.toSorted((one, other) => other.score - one.score);
  if (!first?.isKey || second === undefined || first.score < FEWEST_SHARED || first.score === second.score)
    return [];
  return [
    infoFinding({
      rule: 'R08',
      place: first.place,
      what: `The key shares ${first.score} words with the other options, the next ${second.score}.`,
      why: 'Test-wise readers pick the option whose elements come back most often.',
      mend: 'Spread the elements evenly over the options.'
    })
  ];
};
