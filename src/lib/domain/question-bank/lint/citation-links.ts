import { citationKeys } from '../../reference/citation-marks.ts';
import type { ItemDraft } from '../item-draft.ts';
import { textsOf } from './draft-texts.ts';
import type { LintContext, LintRule } from './lint-context.ts';
import type { LintFinding } from './lint-finding.ts';
import { errorFinding } from './new-finding.ts';

type Words = Pick<LintFinding, 'what' | 'why' | 'mend'>;

function flawsOf(
  { citationKey, verification }: ItemDraft['citations'][number],
  { listedKeys, retractedKeys }: LintContext
): Words[] {
  const found: Words[] = [];
  if (listedKeys !== null && !listedKeys.includes(citationKey)) {
    const why = 'Learners could not look the source up.';
    const mend = 'Add the reference to the list, or cite one that is there.';
    found.push({ what: `It cites ${citationKey}, which is not in the reference list.`, why, mend });
  }
  if (retractedKeys.includes(citationKey)) {
    const why = 'The journal took the paper back: nothing may lean on it.';
    const mend = 'Cite another source for the statement, or remove what leans on this one.';
    found.push({ what: `It cites ${citationKey}, which was retracted.`, why, mend });
  }
  if (verification === 'needs-expert-review') {
    const why = 'Nobody has found yet that the source says so.';
    const mend = 'Compare the passage with the source, then mark the citation as verified.';
    found.push({ what: `The citation of ${citationKey} needs expert review.`, why, mend });
  }
  return found;
}

function looseMarks(draft: ItemDraft): LintFinding[] {
  const cited = new Set(draft.citations.map(({ citationKey }) => citationKey));
  return textsOf(draft).flatMap(({ place, text }) => {
    const loose = text.includes('[@') ? new Set(citationKeys(text).filter((key) => !cited.has(key))) : [];
    return [...loose].map((key) =>
      errorFinding({
        rule: 'L15',
        place,
        what: `The mark [@${key}] names no citation of the item.`,
        why: 'It would lead nowhere.',
        mend: `Cite ${key} with its passage, or remove the mark.`
      })
    );
  });
}

/**
 * L15: a citation of a reference that is not in the list, that was retracted, or whose passage still needs expert review;
 * a citation mark without a citation. Source: ux.md §8 (L15, status); SII standard 1 (valid content) as in cme-rules.md
 * §1.1; cme-rules.md §6.1 rule 18 and §6.3.
 */
export const citationLinks: LintRule = (draft, context) => [
  ...draft.citations.flatMap((citation, index) =>
    flawsOf(citation, context).map((words) =>
      errorFinding({ rule: 'L15', place: `citation:${index + 1}`, ...words })
    )
  ),
  ...looseMarks(draft)
];
