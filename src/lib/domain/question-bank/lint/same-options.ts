import type { ItemDraft } from '../item-draft.ts';
import type { LintRule } from './lint-context.ts';
import type { LintFinding } from './lint-finding.ts';
import { errorFinding, infoFinding, warningFinding } from './new-finding.ts';
import { plainText } from './plain-text.ts';
import { comparableWords, isExhaustivePair, isSameMeaning } from './option-meaning.ts';

type Listed = { place: string; text: string; words: string[] };

/** The texts that must differ from each other: options, and the targets of a matching item. */
function listsOf({ type, options, targets }: ItemDraft): Listed[][] {
  if (type === 'true-false' || type === 'numeric') return [];
  const listed = (kind: string, entries: { id: string; text: string }[]) =>
    entries
      .map(({ id, text }) => ({ place: `${kind}:${id}`, text: plainText(text) }))
      .filter(({ text }) => text !== '')
      .map((entry) => ({ ...entry, words: comparableWords(entry.text) }));
  return [listed('option', options), listed('target', targets)];
}

const bare = (text: string) => text.toLowerCase().replace(/[.\s]+$/, '');

function compare(one: Listed, other: Listed): LintFinding[] {
  const at = { rule: 'L11', place: other.place };
  const pair = `“${one.text}” and “${other.text}”`;
  if (bare(one.text) === bare(other.text)) {
    const why = 'Two options that say the same are both right, or both out.';
    return [
      errorFinding({
        ...at,
        what: `“${other.text}” stands twice.`,
        why,
        mend: 'Change or remove one of them.'
      })
    ];
  }
  if (isSameMeaning(one.words, other.words)) {
    const why = 'Of two options with one meaning neither can be the key: readers rule out both.';
    return [
      warningFinding({ ...at, what: `${pair} seem to mean the same.`, why, mend: 'Replace one of them.' })
    ];
  }
  if (!isExhaustivePair(one.words, other.words)) return [];
  const why = 'One of two opposites has to be right, so the others are ruled out.';
  const mend = 'Pair the other options too, or drop one of the opposites.';
  return [infoFinding({ ...at, what: `${pair} leave no third case.`, why, mend })];
}

/**
 * L11: two options are identical (error), seem to mean the same (warning), or are opposites that leave no third case
 * (info). Source: NBME, Constructing Written Test Questions ("a subset of the options is collectively exhaustive"); BMC
 * Med Educ 2016, doi 10.1186/s12909-016-0559-7, table 1; cme-rules.md §6.1 rules 11 and 17.
 */
export const sameOptions: LintRule = (draft) =>
  listsOf(draft).flatMap((listed) =>
    listed.flatMap((other, index) =>
      listed
        .slice(0, index)
        .flatMap((one) => compare(one, other))
        .slice(0, 1)
    )
  );
