import { seededRandom, shuffle, type RandomStream } from '#lib/domain/attempt/seeded-random.ts';
import type { Response } from '#lib/domain/attempt/response.ts';
import type {
  KeyedChoiceItem,
  KeyedItem,
  KeyedMatchingItem,
  KeyedNumericItem,
  KeyedShortTextItem
} from '#lib/domain/question-bank/keyed-item.ts';

/**
 * How learners respond to an item version: P(right) = guess + (1 - guess) / (1 + exp(-slope (ability - difficulty))), the
 * three-parameter logistic model (Birnbaum 1968). Who is wrong gives the response behind the first of `cuts` that a
 * random number in [0, 1) does not reach.
 */
export type ItemModel = {
  versionId: string;
  difficulty: number;
  slope: number;
  guess: number;
  right: Response;
  wrong: Response[];
  cuts: number[];
};

/** Unlike the rest: answered by nearly all, or as well by the weak as by the strong. */
export type Oddity = 'too-easy' | 'poor' | null;

/** The difficulty of an item by the word that its authors chose, in standard deviations of ability. */
const DIFFICULTIES = new Map([
  ['easy', -1.1],
  ['medium', -0.5],
  ['hard', 0.2]
]);

const isOneOption = ({ type }: KeyedItem): boolean => type === 'single' || type === 'true-false';

/** The key with one option exchanged for one that is not of the key, in every way. */
function wrongChoices(item: KeyedChoiceItem): Response[] {
  const distractors = item.options.map(({ id }) => id).filter((id) => !item.key.includes(id));
  if (isOneOption(item)) return distractors.map((option) => ({ type: 'single', option }));
  return item.key.flatMap((dropped) =>
    distractors.map((taken) => ({
      type: 'multiple' as const,
      options: [...item.key.filter((id) => id !== dropped), taken]
    }))
  );
}

/** All ids of a list with the two at these places exchanged. */
function exchanged(ids: string[], first: number): string[] {
  const copy = [...ids];
  const moved = copy.splice(first, 1);
  copy.splice(first + 1, 0, ...moved);
  return copy;
}

/** Two neighbors exchanged, at every place. */
const allExchanged = (ids: string[]) => ids.slice(1).map((_, first) => exchanged(ids, first));

/** Each row with its target, but for two neighbors that have each other's. */
function wrongMatches({ key }: KeyedMatchingItem): Response[] {
  const rows = Object.keys(key);
  return allExchanged(rows).map((turned) => ({
    type: 'matching',
    matches: Object.fromEntries(rows.map((row, at) => [row, key[turned[at] ?? row] ?? '']))
  }));
}

const expected = ({ options, key }: KeyedNumericItem | KeyedShortTextItem) =>
  options.find(({ id }) => key.includes(id))?.text ?? '';

/** The right response to an item, and those that are wrong in a believable way. */
function responsesTo(item: KeyedItem): { right: Response; wrong: Response[] } {
  switch (item.type) {
    case 'single':
    case 'true-false':
      return { right: { type: 'single', option: item.key[0] ?? '' }, wrong: wrongChoices(item) };
    case 'multiple':
      return { right: { type: 'multiple', options: item.key }, wrong: wrongChoices(item) };
    case 'matching':
      return { right: { type: 'matching', matches: item.key }, wrong: wrongMatches(item) };
    case 'ordering': {
      const wrong = allExchanged(item.key).map((order) => ({ type: 'ordering' as const, order }));
      return { right: { type: 'ordering', order: item.key }, wrong };
    }
    case 'numeric': {
      const wrong = ['-987654', '987654'].map((value) => ({ type: 'numeric' as const, value }));
      return { right: { type: 'numeric', value: expected(item) }, wrong };
    }
    case 'short-text': {
      const wrong = ['I do not know', 'Not sure'].map((text) => ({ type: 'short-text' as const, text }));
      return { right: { type: 'short-text', text: expected(item) }, wrong };
    }
    default:
      return item satisfies never;
  }
}

/** Where the shares of the wrong responses end: the first draws most, each later one half as much. */
function cutsFor(count: number): number[] {
  const shares = Array.from({ length: count }, (_, place) => 0.5 ** place);
  const total = shares.reduce((sum, share) => sum + share, 0);
  let sum = 0;
  return shares.slice(0, -1).map((share) => (sum += share / total));
}

const ODD = {
  'too-easy': { difficulty: -2.3, slope: 1.2 },
  poor: { difficulty: 0, slope: 0.05 }
};

function parameters(difficulty: string, oddity: Oddity, random: RandomStream) {
  const usual = {
    difficulty: (DIFFICULTIES.get(difficulty) ?? -0.5) + (random() - 0.5),
    slope: 0.9 + random()
  };
  return oddity === null ? usual : ODD[oddity];
}

/** The model of an item version; the seed decides how hard it is and which distractor draws most. */
export function modelItem(
  item: KeyedItem,
  { difficulty, oddity, seed }: { difficulty: string; oddity: Oddity; seed: number }
): ItemModel {
  const random = seededRandom(seed);
  const { right, wrong } = responsesTo(item);
  const shuffled = shuffle(wrong, random);
  const guess = isOneOption(item) ? 1 / item.options.length : 0.05;
  return {
    versionId: item.versionId,
    ...parameters(difficulty, oddity, random),
    guess,
    right,
    wrong: shuffled,
    cuts: cutsFor(shuffled.length)
  };
}
