/** A negative that asks for the exception. `word` stands as it was written, without the signs of emphasis. */
export type Negative = { word: string; isBold: boolean };

/** What costs or harms least is sought for its own sake: "the least invasive test". */
const LEAST = String.raw`(?<!\bat )least(?! (?:invasive|expensive|costly|toxic|harmful|sedating|restrictive)\b)`;
const NEGATIVE = new RegExp(
  String.raw`(\*\*|__)?\b(?:${LEAST}|(?<!\b(?:or|if) )not(?! only\b)|except(?:ing)?|excluding|cannot|\w+n[’']t)\b(\*\*|__)?`,
  'gi'
);

const AUXILIARY =
  '(?:is|are|was|were|does|do|did|has|have|had|can|could|should|would|will|may|might|must|need|ought)';
const AUXILIARIES = new RegExp(String.raw`\b${AUXILIARY}(?:n[’']t)?\b|\bcannot\b`, 'i');
const AUXILIARY_AT_END = new RegExp(String.raw`\b${AUXILIARY}\s+(?:\w+ly |yet |also |still )?$`, 'i');

/** Reasons and numbers are asked for as they are: "Why is surgery not indicated?", "How many do not relapse?" */
const ASKS_FOR_REASON_OR_NUMBER = /\b(?:why|how|percentage of|proportion of|fraction of|number of)\b/i;
/** "… but does not raise potassium" tells more of what is asked for. */
const CONTRAST = /\b(?:but|and|yet)\s+(?:(?:is|are|was|were|does|do|did|has|have|had|can|could)\s+)?$/i;
const PREPOSITION = '(?:in|of|for|with|by|from|to|against|among|at|on|into|after|before)';
/** "in women not taking estrogens". */
const OF_A_GROUP = new RegExp(
  String.raw`\b${PREPOSITION}\s+(?:(?!${AUXILIARY}\b|(?:which|what)\b)\S+\s+)+$`,
  'i'
);
/** "What is the drug that …", "Name the drug that …": what the clause says is what is asked. */
const ASKED_THING = new RegExp(
  String.raw`\b(?:is|are|was|were|name|select|choose|identify|mark|pick|give|state|indicate)\s+(?:(?!${PREPOSITION}\b|(?:reason|evidence|probability|likelihood|chance|risk)\b)\S+\s+)*$`,
  'i'
);

/** A part of a sentence that describes; it goes on to a comma, to the main verb or to the end. */
type Clause = { kind: 'who' | 'whose' | 'that' | 'if' | 'after'; start: string; inside: string };

const OPENINGS: [Clause['kind'], RegExp][] = [
  ['who', /\bwho\b/i],
  ['whose', /\b(?:whose|whom)\b/i],
  ['if', /\b(?:where|when|if|because|although|unless|while|whether|since)\b/i],
  ['that', /\bthat\b|(?<=\w )\bwhich\b/i],
  ['after', /\b(?:after|before|despite|until)\b/i]
];
/** "when given early" has no subject of its own. */
const WITHOUT_SUBJECT = /^\s*(?:\w+(?:ed|en|ing|ible|able)|taken|present|absent)\b/i;

function clauseBefore(before: string): Clause | null {
  for (const [kind, opening] of OPENINGS) {
    const found = opening.exec(before);
    if (found !== null)
      return {
        kind,
        start: before.slice(0, found.index),
        inside: before.slice(found.index + found[0].length)
      };
  }
  return null;
}

/**
 * Whether the negative is a verb of the clause, not the main one. `subject`: what stands between the opening and the
 * verb with the negative.
 */
function isVerbOf({ kind, start, inside }: Clause, subject: string): boolean {
  const isFirstVerb = !AUXILIARIES.test(subject);
  const hasMainVerb = AUXILIARIES.test(start);
  switch (kind) {
    case 'who':
      return hasMainVerb || subject.trim() === '';
    case 'that':
      return (
        !ASKED_THING.test(start.replace(/\bof (?:these|the following)\b/i, '')) &&
        (hasMainVerb || subject.trim() === '')
      );
    case 'whose':
      return hasMainVerb || isFirstVerb;
    case 'if':
      return hasMainVerb || (isFirstVerb && !WITHOUT_SUBJECT.test(inside));
    case 'after':
      return hasMainVerb || /\b(?:did|had|could)\s+$/i.test(inside);
    default:
      return kind satisfies never;
  }
}

/** Whether a "not" describes a patient or a finding, as in "a patient who is not a candidate for surgery". */
function isAside(before: string, word: string): boolean {
  if (ASKS_FOR_REASON_OR_NUMBER.test(before) || CONTRAST.test(before)) return true;
  const isBare = /^not$/i.test(word);
  if (isBare && !AUXILIARY_AT_END.test(before) && OF_A_GROUP.test(before)) return true;
  const clause = clauseBefore(before);
  if (clause === null) return false;
  return isVerbOf(clause, isBare ? clause.inside.replace(AUXILIARY_AT_END, '') : clause.inside);
}

/** No lead-in that can be read holds more; keeps a hostile text from taking long. */
const MOST_LOOKED_AT = 10;
const LONGEST_PART = 300;

/** The negatives by which a lead-in asks. One in capitals or in bold always does: it stands out so that it is read. */
export function negativesThatAsk(leadIn: string): Negative[] {
  return [...leadIn.matchAll(NEGATIVE)]
    .slice(0, MOST_LOOKED_AT)
    .flatMap(({ 0: found, 1: opening, 2: closing, index }) => {
      const word = found.replace(/\*\*|__/g, '');
      const isBold = opening !== undefined && opening === closing;
      const isEmphasised = isBold || word === word.toUpperCase();
      const isNot = /^not$|^cannot$|n[’']t$/i.test(word);
      const before = leadIn.slice(Math.max(leadIn.lastIndexOf(',', index) + 1, index - LONGEST_PART), index);
      return !isEmphasised && isNot && isAside(before, word) ? [] : [{ word, isBold }];
    });
}
