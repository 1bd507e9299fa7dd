import { isBlank } from '../is-blank.ts';
import type { ItemDraft } from '../item-draft.ts';
import type { LintFinding } from './lint-finding.ts';
import type { LintRule } from './lint-context.ts';
import { errorFinding, warningFinding } from './new-finding.ts';

const WHY_RATIONALE =
  'Learners learn from the rationales, also from those of the distractors; no item is published without them.';

function optionParts({ options }: ItemDraft): LintFinding[] {
  const texts = options.filter(({ text }) => isBlank(text)).map(({ id }) => ({ place: `option:${id}` }));
  const rationales = options
    .filter(({ rationale }) => isBlank(rationale))
    .map(({ id }) => ({ place: `rationale:${id}` }));
  return [
    ...texts.map(({ place }) =>
      errorFinding({
        rule: 'L13',
        place,
        what: 'The option is empty.',
        why: 'It cannot be chosen or compared.',
        mend: 'Write it, or remove the option.'
      })
    ),
    ...rationales.map(({ place }) =>
      errorFinding({
        rule: 'L13',
        place,
        what: 'The option has no rationale.',
        why: WHY_RATIONALE,
        mend: 'Say why it is right, or what is wrong with it.'
      })
    )
  ];
}

/** A target needs a text; one that fits no option needs a rationale too. */
function targetParts({ options, targets }: ItemDraft): LintFinding[] {
  const used = new Set(options.map(({ matchTargetId }) => matchTargetId));
  return targets.flatMap(({ id, text, rationale }) => {
    const at = { rule: 'L13', place: `target:${id}` };
    if (isBlank(text)) {
      const why = 'It cannot be matched.';
      return [errorFinding({ ...at, what: 'The target is empty.', why, mend: 'Write it, or remove it.' })];
    }
    if (used.has(id) || !isBlank(rationale)) return [];
    const mend = 'Say why it fits none of the options, or match an option with it.';
    return [
      errorFinding({
        ...at,
        what: 'The target fits no option and has no rationale.',
        why: WHY_RATIONALE,
        mend
      })
    ];
  });
}

function citationParts({ citations }: ItemDraft): LintFinding[] {
  if (citations.length === 0) {
    return [
      errorFinding({
        rule: 'L13',
        place: 'citations',
        what: 'The item cites nothing.',
        why: 'Nothing is asked here without a source that can be read.',
        mend: 'Cite at least one reference, with the passage that the key leans on.'
      })
    ];
  }
  return citations.flatMap(({ passage }, index) =>
    isBlank(passage)
      ? [
          errorFinding({
            rule: 'L13',
            place: `citation:${index + 1}`,
            what: 'The citation has no passage.',
            why: 'A reader cannot check the statement without looking through the whole source.',
            mend: 'Quote the passage that the statement leans on, or paraphrase it.'
          })
        ]
      : []
  );
}

function wholeParts({ stem, objectiveId, keyPoint }: ItemDraft): LintFinding[] {
  const found: LintFinding[] = [];
  if (isBlank(stem)) {
    const words = { what: 'The stem is empty.', why: 'There is nothing to respond to.' };
    found.push(errorFinding({ rule: 'L13', place: 'stem', ...words, mend: 'Write it, the lead-in last.' }));
  }
  if (objectiveId === null) {
    const why = 'Forms are drawn, and results are told, by objective.';
    const words = { what: 'The item has no objective.', why, mend: 'Choose the one that it tests.' };
    found.push(errorFinding({ rule: 'L13', place: 'objective', ...words }));
  }
  if (isBlank(keyPoint)) {
    const why = 'The one line that should stay ends the feedback of every item.';
    const words = {
      what: 'There is no key point.',
      why,
      mend: 'Say in one sentence what is to be remembered.'
    };
    found.push(warningFinding({ rule: 'L13', place: 'keyPoint', ...words }));
  }
  return found;
}

/**
 * L13, what every item needs: a stem, an objective, a text and a rationale for each option, and a citation with its
 * passage (errors); a key point (warning). Source: product.md, promise 4; cme-rules.md §6.1 rule 18, after the CertLink
 * critique of the ABNM (key point, why each option is right or wrong, references).
 */
export const missingParts: LintRule = (draft) => [
  ...wholeParts(draft),
  ...optionParts(draft),
  ...targetParts(draft),
  ...citationParts(draft)
];
