import { seededRandom, shuffle, type RandomStream } from '#lib/domain/attempt/seeded-random.ts';
import type { EvaluationAnswer, EvaluationAnswers } from '#lib/domain/evaluation/evaluation-answers.ts';
import type {
  BeforeAfterQuestion,
  CommitmentQuestion,
  EvaluationForm,
  EvaluationQuestion,
  MultipleChoiceQuestion
} from '#lib/domain/evaluation/evaluation-form.ts';

/** How many evaluations are dealt out; a power of two. */
export const EVALUATIONS = 256;

const COMMENTS = [
  'Clear and short. The figures helped.',
  'I would have liked a case from daily practice.',
  'The links to the sources are what I came for.',
  'Good refresher before our tumor board.'
];

const DOUBTS = ['One agent is named more often than the others in its class.'];

const OWN_WORDS = [
  'Bring the definitions to our next tumor board.',
  'Ask the lab which antibody clone they report.',
  'Go through the last ten progressions with our fellows.'
];

const one = <Entry>(entries: readonly Entry[], random: RandomStream) =>
  entries[Math.floor(random() * entries.length)];

/** Ratings rise, by what the activity is for: most learners say that they can do more than before. */
function rate({ rows, columns, scale }: BeforeAfterQuestion, random: RandomStream): EvaluationAnswer {
  const top = scale.length - 1;
  const rated = rows.map(({ objective }): [string, Record<string, number>] => {
    const before = Math.floor(random() * (top - 0.4));
    const values = columns.map(({ id }, column): [string, number] => {
      const place = Math.min(top, before + (column === 0 ? 0 : Math.floor(random() * 2.6)));
      return [id, scale[place]?.value ?? 1];
    });
    return [objective, Object.fromEntries(values)];
  });
  return { type: 'before-after-rating', ratings: Object.fromEntries(rated) };
}

function commit(question: CommitmentQuestion, random: RandomStream): EvaluationAnswer {
  const none = one(question.exclusiveOptions, random);
  if (random() < 0.15 && none) return { type: 'commitment-to-change', options: [none.id], ownWords: [] };
  const most = Math.min(question.maximum, question.options.length);
  const options = shuffle(question.options, random).slice(0, 1 + Math.floor(random() * most));
  const words = one(OWN_WORDS, random);
  const hasOwn = question.freeText.allowed && options.length < question.maximum && random() < 0.12;
  return {
    type: 'commitment-to-change',
    options: question.options.filter((option) => options.includes(option)).map(({ id }) => id),
    ownWords: hasOwn && words !== undefined ? [words] : []
  };
}

function choose(question: MultipleChoiceQuestion, random: RandomStream): EvaluationAnswer {
  const plain = question.options.filter(
    ({ exclusive, freeText }) => exclusive !== true && freeText === undefined
  );
  const chosen = shuffle(plain, random).slice(0, 1 + Math.floor(random() * 2));
  return { type: 'multiple-choice', options: chosen.map(({ id }) => id), otherText: null };
}

/** The answer to a question, or null where it is left open. */
function answer(
  question: EvaluationQuestion,
  given: EvaluationAnswers,
  random: RandomStream
): EvaluationAnswer | null {
  if (!question.required && question.type !== 'long-text' && random() < 0.15) return null;
  switch (question.type) {
    case 'before-after-rating':
      return rate(question, random);
    case 'single-choice': {
      // The first option is the one that most learners take, e.g. that they saw no bias.
      const option = random() < 0.985 ? question.options[0] : question.options.at(-1);
      return { type: 'single-choice', option: option?.id ?? '' };
    }
    case 'long-text': {
      const { requiredWhen } = question;
      const cause = requiredWhen && given[requiredWhen.question];
      const isAsked = cause?.type === 'single-choice' && cause.option === requiredWhen?.equals;
      if (requiredWhen ? !isAsked : random() > 0.1) return null;
      return { type: 'long-text', text: one(requiredWhen ? DOUBTS : COMMENTS, random) ?? '' };
    }
    case 'commitment-to-change':
      return commit(question, random);
    case 'multiple-choice':
      return choose(question, random);
    // Nobody is written to: a follow-up would go to an address that does not exist.
    case 'consent':
      return question.options.some(({ id }) => id === 'no') ? { type: 'consent', option: 'no' } : null;
    default:
      return question satisfies never;
  }
}

/** Evaluations of an activity as its form asks for them. */
export function drawEvaluations(form: EvaluationForm, seed: number): EvaluationAnswers[] {
  const random = seededRandom(seed);
  return Array.from({ length: EVALUATIONS }, () => {
    const answers: EvaluationAnswers = {};
    for (const question of form.questions) {
      const given = answer(question, answers, random);
      if (given !== null) answers[question.id] = given;
    }
    return answers;
  });
}
