import type { PublicItem } from '../question-bank/public-item.ts';
import type { AssessmentKind, AttemptState } from './assessment-kind.ts';
import type { ItemFeedback } from './item-feedback.ts';
import type { Response } from './response.ts';

/** One place of the question map. */
export type MapEntry = { position: number; answered: boolean; flagged: boolean };

export type AttemptFacts = {
  id: string;
  kind: AssessmentKind;
  title: string;
  state: AttemptState;
  total: number;
  activity: { slug: string; title: string };
};

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
};

/** Where to go on: the first unanswered position, or null where every item has a response. */
export function resumePosition(map: MapEntry[]): number | null {
  return map.find(({ answered }) => !answered)?.position ?? null;
}
