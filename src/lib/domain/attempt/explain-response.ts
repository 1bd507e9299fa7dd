import type {
  KeyedChoiceItem,
  KeyedItem,
  KeyedMatchingItem,
  KeyedNumericItem,
  KeyedOrderingItem,
  KeyedShortTextItem
} from '../question-bank/keyed-item.ts';
import { letterOf, shownIdOf, type DrawnOrder } from '../question-bank/shown-id.ts';
import { decisionInWords } from './decision-words.ts';
import type { FeedbackMark, FeedbackRow, ItemExplanation } from './item-feedback.ts';
import { matchExpected } from './match-expected.ts';
import { countingOf, type Regrade } from './regrade.ts';
import type { Response } from './response.ts';
import { marksPossible, type Score } from './score-response.ts';
import { bestKeyFor, scoreUnderRegrade } from './score-under-regrade.ts';

/** A response in its place: ids are authored ones; null: not answered. */
type Given<Item = KeyedItem> = { item: Item; order: DrawnOrder; response: Response | null };

type Rows = Pick<ItemExplanation, 'yours' | 'key' | 'others'>;

const letterIn = (order: DrawnOrder, id: string) => letterOf(shownIdOf(order.optionOrder, id));

const optionsInOrder = ({ options }: KeyedItem, ids: string[]) =>
  ids.flatMap((id) => options.filter((option) => option.id === id));

function markChoice(isKey: boolean, isChosen: boolean): FeedbackMark {
  if (isChosen) return isKey ? 'right' : 'wrong';
  return isKey ? 'key' : 'other';
}

function chosenIds(response: Response | null): string[] {
  if (response?.type === 'single') return [response.option];
  return response?.type === 'multiple' ? response.options : [];
}

function choiceRows({ item, order, response }: Given<KeyedChoiceItem>): Rows {
  const chosen = chosenIds(response);
  const rows = optionsInOrder(item, order.optionOrder).map(({ id, text, rationale }) => ({
    letter: letterIn(order, id),
    text,
    rationale,
    mark: markChoice(item.key.includes(id), chosen.includes(id)),
    given: null,
    right: null
  }));
  return {
    yours: rows.filter(({ mark }) => mark === 'right' || mark === 'wrong'),
    key: rows.filter(({ mark }) => mark === 'key'),
    others: rows.filter(({ mark }) => mark === 'other')
  };
}

function unusedTargets(item: KeyedMatchingItem): FeedbackRow[] {
  const used = new Set(Object.values(item.key));
  const unused = item.targets.filter(({ id }) => !used.has(id));
  return unused.map(({ text, rationale }) => ({
    letter: null,
    text,
    rationale: rationale ?? '',
    mark: 'other',
    given: null,
    right: null
  }));
}

function markRow(given: unknown, right: unknown): FeedbackMark {
  if (given === null) return 'key';
  return given === right ? 'right' : 'wrong';
}

function matchingRows({ item, order, response }: Given<KeyedMatchingItem>): Rows {
  const matches = response?.type === 'matching' ? response.matches : null;
  const textOf = (targetId: string | null | undefined) =>
    item.targets.find(({ id }) => id === targetId)?.text ?? null;
  const rows = optionsInOrder(item, order.optionOrder).map(({ id, text, rationale }) => ({
    letter: null,
    text,
    rationale,
    mark: markRow(matches === null ? null : matches[id], item.key[id]),
    given: textOf(matches?.[id]),
    right: textOf(item.key[id])
  }));
  const others = unusedTargets(item);
  return matches === null ? { yours: [], key: rows, others } : { yours: rows, key: [], others };
}

const place = (index: number) => `place ${index + 1}`;

function orderingRows({ item, response }: Given<KeyedOrderingItem>): Rows {
  const given = response?.type === 'ordering' ? response.order : null;
  const rows = optionsInOrder(item, item.key).map(({ id, text, rationale }, index) => ({
    letter: null,
    text,
    rationale,
    mark: markRow(given === null ? null : given.indexOf(id), index),
    given: given === null ? null : place(given.indexOf(id)),
    right: place(index)
  }));
  return given === null ? { yours: [], key: rows, others: [] } : { yours: rows, key: [], others: [] };
}

type TypedItem = KeyedNumericItem | KeyedShortTextItem;

/** An expected response with its unit and tolerance, e.g. `12 months (11.5 to 12.5 is right)`. */
function expectedInWords(item: TypedItem, { id, text }: TypedItem['options'][number]): string {
  if (item.type === 'short-text') return text;
  const tolerance = item.tolerances[id] ?? '0';
  const value = `${text} ${item.unit}`.trim();
  return /^0+(\.0+)?$/.test(tolerance) ? value : `${value}, give or take ${tolerance}`;
}

function givenText(response: Response | null): string | null {
  if (response?.type === 'numeric') return response.value;
  return response?.type === 'short-text' ? response.text : null;
}

function typedRows({ item, response }: Given<TypedItem>): Rows {
  const row = { letter: null, given: null, right: null };
  const given = givenText(response);
  const matched = given === null ? null : matchExpected(item, given);
  const isRight = matched !== null && item.key.includes(matched.id);
  const unit = item.type === 'numeric' ? item.unit : '';
  const yours: FeedbackRow[] =
    given === null
      ? []
      : [
          {
            ...row,
            text: `${given} ${unit}`.trim(),
            rationale: matched?.rationale ?? '',
            mark: isRight ? 'right' : 'wrong'
          }
        ];
  const key = item.options
    .filter(({ id }) => item.key.includes(id) && !isRight)
    .map((option): FeedbackRow => ({
      ...row,
      text: expectedInWords(item, option),
      rationale: option.rationale,
      mark: 'key'
    }));
  return { yours, key, others: [] };
}

function rowsOf(given: Given): Rows {
  const { item } = given;
  switch (item.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return choiceRows({ ...given, item });
    case 'matching':
      return matchingRows({ ...given, item });
    case 'ordering':
      return orderingRows({ ...given, item });
    case 'numeric':
    case 'short-text':
      return typedRows({ ...given, item });
    default:
      return item satisfies never;
  }
}

/** "The answer is C.", "The answers are B and C."; for the other types the rows say it. */
function answerInWords({ item, order }: Given): string {
  if (item.type !== 'single' && item.type !== 'multiple' && item.type !== 'true-false') return '';
  const letters = item.key.map((id) => letterIn(order, id)).toSorted();
  const last = letters.at(-1) ?? '';
  if (letters.length < 2) return ` The answer is ${last}.`;
  return ` The answers are ${letters.slice(0, -1).join(', ')} and ${last}.`;
}

type Judged = Pick<ItemExplanation, 'outcome' | 'verdict'>;

function judgeByResponse(given: Given, score: Score): Judged {
  const answer = answerInWords(given);
  if (given.response === null) return { outcome: 'not-answered', verdict: `Not answered.${answer}` };
  return score.correct
    ? { outcome: 'correct', verdict: `Correct.${answer}` }
    : { outcome: 'not-correct', verdict: `Not this one.${answer}` };
}

function judge(given: Given, { score, regrade }: { score: Score; regrade: Regrade | null }): Judged {
  const counting = countingOf(regrade);
  if (counting === 'never') return { outcome: 'not-counted', verdict: 'This one does not count.' };
  if (counting === 'always') return { outcome: 'correct', verdict: 'This one counts as right.' };
  return judgeByResponse(given, score);
}

/** A decision about the item that is in force, with its reason. */
export type InForce = { regrade: Regrade; reason: string };

/**
 * Verdict, marks and rationales for one response, with letters and rows in the order of the attempt; under a regrade, by
 * the key under which the response comes off best. It holds the key: make it only when the feedback is due
 * (`feedbackIsDue`).
 */
export function explainResponse(asked: Given & { decided?: InForce | null }): ItemExplanation {
  const { item, order, response, decided = null } = asked;
  const regrade = decided?.regrade ?? null;
  const given = { item: bestKeyFor({ item, regrade }, response), order, response };
  const score =
    response === null
      ? { correct: false, earned: 0, possible: marksPossible(given.item) }
      : scoreUnderRegrade({ item, regrade }, response);
  return {
    ...judge(given, { score, regrade }),
    score,
    ...rowsOf(given),
    keyPoint: item.keyPoint,
    decision: decided && { words: decisionInWords(decided.regrade, { item, order }), reason: decided.reason }
  };
}
