import type { PublicItem } from '../question-bank/public-item.ts';
import type { Refusal } from './decide-submission.ts';
import type { ResponseProblem } from './read-response.ts';
import { responseInWords } from './response-in-words.ts';
import type { Response } from './response.ts';

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** A small number in words, as running text writes it; from ten on in figures. */
const numberWord = (count: number): string => NUMBERS[count] ?? String(count);

/** A message and the id of the form control that it is about. */
export type FieldMessage = { field: string; message: string };

/** The id of the first control of the item's form. */
function firstField(item: PublicItem): string {
  if (item.type === 'numeric' || item.type === 'short-text') return 'response';
  const first = item.options[0]?.id ?? 'a';
  if (item.type === 'matching') return `match-${first}`;
  return item.type === 'ordering' ? `position-${first}` : `option-${first}`;
}

const answers = (count: number) => `Choose ${numberWord(count)} ${count === 1 ? 'answer' : 'answers'}`;

function noAnswer(item: PublicItem): string {
  if (item.type === 'matching') return 'Choose a match for each row';
  if (item.type === 'numeric') return 'Enter a number';
  if (item.type === 'short-text') return 'Write your answer';
  return item.type === 'ordering' ? 'Use each position once' : answers(item.select);
}

/** What to say of a response that could not be read. */
export function problemWords(item: PublicItem, problem: ResponseProblem): FieldMessage {
  const field = firstField(item);
  switch (problem.kind) {
    case 'no-answer':
      return { field, message: noAnswer(item) };
    case 'choose-exactly':
      return { field, message: answers(problem.count) };
    case 'row-without-match':
      return { field: `match-${problem.option}`, message: 'Choose a match for each row' };
    case 'not-a-permutation':
      return { field, message: 'Use each position once' };
    case 'not-a-number':
      return { field, message: 'Enter a number in digits, such as 12 or 2.5, without thousands separators' };
    case 'too-long':
      return { field, message: `Use at most ${problem.most} characters` };
    case 'unknown-option':
      return { field, message: 'Choose from the options of this question' };
    default:
      return problem satisfies never;
  }
}

/** What to say of a response that may not stand: first what is stored, then what became of the one that was sent. */
export function refusalWords(
  item: PublicItem,
  { why, stored }: { why: Refusal; stored: Response | null }
): string {
  const answer = stored
    ? `Stored: ${responseInWords(item, stored).join('; ')}.`
    : 'No answer is stored for this question.';
  switch (why) {
    case 'attempt-submitted':
      return `You finished this attempt before. ${answer} The answer that you sent now was not saved.`;
    case 'already-answered':
      return `You answered this question before, and the first answer stands. ${answer}`;
    case 'stale-sequence':
      return `You changed this answer in another window. ${answer} Your choice below is not saved yet. Save it again to replace the stored one.`;
    default:
      return why satisfies never;
  }
}
