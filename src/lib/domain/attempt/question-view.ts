import type { PublicItem } from '../question-bank/public-item.ts';
import type { AttemptFacts } from './attempt-facts.ts';
import type { ItemFeedback } from './item-feedback.ts';
import type { Response } from './response.ts';

/** One place of the question map. */
export type MapEntry = { position: number; answered: boolean; flagged: boolean };

/** A response that is stored, and when it was. It is read from the database, so it is only known after the commit. */
export type SavedResponse = { position: number; at: Date };

/** All that the page of one question shows. Ids are shown ids; `feedback` is null until it is due. */
export type QuestionView = {
  attempt: AttemptFacts;
  position: number;
  item: PublicItem;
  response: Response | null;
  /** Whether a response may be sent: first or changed. */
  isOpen: boolean;
  flagged: boolean;
  ruledOut: string[];
  /** The sequence that the next response carries. */
  nextSequence: number;
  map: MapEntry[];
  feedback: ItemFeedback | null;
  /** The response to this question, or where it has none, the one of the form that was stored last. */
  saved: SavedResponse | null;
};

const VERDICTS = {
  correct: 'Correct: ',
  'not-correct': 'Not correct: ',
  'not-answered': '',
  'not-counted': 'Does not count: '
};

/** The title of a question's page; once there is feedback, the verdict comes first. */
export function questionTitle({ attempt, position, feedback }: QuestionView): string {
  const verdict = feedback ? VERDICTS[feedback.outcome] : '';
  return `${verdict}Question ${position} of ${attempt.total}, ${attempt.title}`;
}

/** The pages before and after a question. Who came from the check of all answers goes back to it. */
export function waysFrom(
  { attempt, position }: QuestionView,
  fromCheck: boolean
): { back: string; next: string } {
  const home = `/attempts/${attempt.id}`;
  if (fromCheck) return { back: `${home}/check`, next: `${home}/check` };
  return {
    back: position > 1 ? `${home}/${position - 1}` : `/activities/${attempt.activity.slug}`,
    next: `${home}/${position < attempt.total ? position + 1 : 'check'}`
  };
}

/** Where to go on: the first unanswered position, or null where every item has a response. */
export function resumePosition(map: MapEntry[]): number | null {
  return map.find(({ answered }) => !answered)?.position ?? null;
}
