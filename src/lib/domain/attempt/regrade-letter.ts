import { calendarDayWords } from '../calendar-day.ts';
import type { RegradeKind } from './regrade.ts';

/** What the letter about a regrade is made of; addresses are whole. */
export type RegradeLetter = {
  activityTitle: string;
  /** Null: an earlier decision was taken back. */
  decision: RegradeKind | null;
  reason: string;
  before: { correct: number; counted: number };
  after: { correct: number; counted: number };
  /** `passed-otherwise`: by another attempt, or before the change. */
  standing: 'passes-now' | 'passed-otherwise' | 'not-passed';
  /** The last day that counted for credit, where it is over; null: evaluation and credit are open. */
  closedOn: string | null;
  links: { result: string; evaluation: string };
};

const DECISIONS: Record<RegradeKind, string> = {
  'accept-key': 'a further answer to it is accepted',
  'full-mark': 'everyone gets the mark for it',
  'drop-item': 'it does not count',
  'new-key': 'it is scored by a corrected key'
};

/** What was decided. Which answer is right is not said: the reader may be answering the same question again. */
const decisionWords = (decision: RegradeKind | null) =>
  decision === null
    ? 'an earlier decision about it was taken back, and it is scored by its own key again'
    : DECISIONS[decision];

const scoreWords = ({ correct, counted }: RegradeLetter['before']) => `${correct} of ${counted}`;

function standingWords({ standing, closedOn, links }: RegradeLetter): string {
  if (standing === 'not-passed') return 'With that the assessment is not passed yet.';
  if (standing === 'passed-otherwise')
    return 'You had passed already, and your pass stays. Credit that you were awarded is not touched.';
  if (closedOn !== null)
    return `With that you pass. The activity closed for credit on ${calendarDayWords(closedOn)}, so the evaluation is closed; write to the provider of the activity if you need the credit.`;
  return `With that you pass. Evaluation and credit are open to you now:\n${links.evaluation}`;
}

/** Subject and plain text of the letter to somebody whose score or pass changed. */
export function regradeLetter(letter: RegradeLetter): { subject: string; body: string } {
  const { activityTitle, decision, reason, before, after, links } = letter;
  const paragraphs = [
    'Good day,',
    `we looked again at a question of the assessment in “${activityTitle}” that you answered. From now on, ${decisionWords(decision)}.`,
    `The reason: ${reason}`,
    `Your result was ${scoreWords(before)} and is now ${scoreWords(after)}.`,
    standingWords(letter),
    `See your result, the question and what was decided:\n${links.result}`
  ];
  return { subject: `Your result in “${activityTitle}” has changed`, body: `${paragraphs.join('\n\n')}\n` };
}
