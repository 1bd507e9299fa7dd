import { holdsUnsaved } from '#lib/domain/attempt/holds-unsaved.ts';
import type { QuestionView } from '#lib/domain/attempt/question-view.ts';
import { timeLeft, type TimeLeft } from '#lib/domain/attempt/time-left.ts';
import { draftOfFields, draftOfResponse, type ResponseDraft } from '#lib/domain/attempt/response-draft.ts';

/** What the page of a question is drawn from. */
export type QuestionData = {
  view: QuestionView;
  filledIn: ResponseDraft;
  /** Whether the address held an answer that is not stored. */
  isUnsaved: boolean;
  /** `check`: the person came from the check of all answers. */
  from: string | null;
  idempotencyKey: string;
  /** Null: the attempt is finished, or not timed. */
  timeLeft: TimeLeft | null;
};

/** The page of a question as its address asks for it; each has a key of its own for the answer that it will send. */
export function questionData(
  view: QuestionView,
  { sent, now }: { sent: URLSearchParams; now: Date }
): QuestionData {
  const isUnsaved = holdsUnsaved(view, sent);
  return {
    view,
    filledIn: isUnsaved ? draftOfFields(view.item, sent) : draftOfResponse(view.item, view.response),
    isUnsaved,
    from: sent.get('from'),
    idempotencyKey: crypto.randomUUID(),
    timeLeft: view.attempt.state === 'submitted' ? null : timeLeft(view.attempt.closesAt, now)
  };
}

/** Whether a browser may keep the page, to be answered without a network: practice alone, until it is answered. */
export const mayKeepQuestion = ({ attempt, isOpen }: QuestionView): boolean =>
  attempt.kind === 'practice' && isOpen;
