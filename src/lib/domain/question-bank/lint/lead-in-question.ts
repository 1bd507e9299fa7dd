import type { LintRule } from './lint-context.ts';
import { warningFinding } from './new-finding.ts';
import { leadInOf, plainText } from './plain-text.ts';

const TRUTH = '(?:true|correct|accurate|right|false|incorrect|wrong|untrue)';
/** "Which of the following is true …", "Which statement about … is correct …", "What is true of …". */
const WHICH_IS_TRUE = new RegExp(
  String.raw`\bwhich\b(?: \S+)? of (?:the following|these)(?: \S+){0,6}? (?:is|are)(?: \S+)? ${TRUTH}\b|\bwhich(?: of the)? statements?\b(?: \S+){0,6}? (?:is|are)(?: \S+)? ${TRUTH}\b|\bwhat is ${TRUTH} (?:of|about|regarding|concerning)\b`,
  'i'
);
/** An order to do something asks as well as a question does. */
const INSTRUCTION =
  /^(?:\w+ )?(?:choose|select|name|identify|enter|calculate|give|state|type|mark|pick|estimate|write|indicate)\b/i;

const TYPES = ['single', 'multiple', 'numeric', 'short-text'];

/**
 * L10: the lead-in is no question, or asks only which option is true: it cannot be responded to with the options
 * covered. Source: NBME, Constructing Written Test Questions ("cover-the-options" rule); BMC Med Educ 2016,
 * doi 10.1186/s12909-016-0559-7, table 1 ("unfocused stem"); cme-rules.md §6.1 rule 12.
 */
export const leadInQuestion: LintRule = (draft) => {
  const leadIn = plainText(leadInOf(draft));
  if (leadIn === '' || !TYPES.includes(draft.type)) return [];
  const at = { rule: 'L10', place: 'stem' };
  if (WHICH_IS_TRUE.test(leadIn)) {
    const what = 'The lead-in asks only which option is true.';
    const why =
      'With the options covered there is nothing to answer; readers judge unrelated statements one by one.';
    return [
      warningFinding({
        ...at,
        what,
        why,
        mend: 'Ask one focused question, e.g. for the next step or the cause.'
      })
    ];
  }
  if (leadIn.includes('?') || INSTRUCTION.test(leadIn)) return [];
  const why = 'A sentence to be completed makes readers try each option in turn.';
  const what = 'The stem does not end in a question.';
  return [
    warningFinding({
      ...at,
      what,
      why,
      mend: 'End with one closed question, such as “Which drug is indicated?”'
    })
  ];
};
