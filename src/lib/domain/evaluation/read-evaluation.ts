import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { EvaluationAnswer, EvaluationAnswers } from './evaluation-answers.ts';
import { valuesOf, type PostedFields } from './evaluation-fields.ts';
import type { EvaluationForm, EvaluationQuestion, LongTextQuestion } from './evaluation-form.ts';
import { readMultipleChoice, readSingleChoice } from './read-choices.ts';
import { readCommitments } from './read-commitments.ts';
import { readRating } from './read-rating.ts';
import { tidyText, tooLong } from '../tidy-text.ts';

type ReadAnswer = Result<EvaluationAnswer | null, FieldProblem>;

function readLongText(question: LongTextQuestion, fields: PostedFields): ReadAnswer {
  const text = tidyText(valuesOf(fields, question.id)[0] ?? '');
  const long = tooLong(text, question.maxLength);
  if (long) return failure({ field: question.id, message: long });
  return success(text === '' ? null : { type: 'long-text', text });
}

function readAnswer(question: EvaluationQuestion, fields: PostedFields): ReadAnswer {
  switch (question.type) {
    case 'before-after-rating':
      return readRating(question, fields);
    case 'single-choice':
    case 'consent':
      return readSingleChoice(question, fields);
    case 'long-text':
      return readLongText(question, fields);
    case 'commitment-to-change':
      return readCommitments(question, fields);
    case 'multiple-choice':
      return readMultipleChoice(question, fields);
    default:
      return question satisfies never;
  }
}

/** Whether the question must be answered, given what was posted for the question that it may depend on. */
function isDue(question: EvaluationQuestion, fields: PostedFields): boolean {
  if (question.required) return true;
  if (question.type !== 'long-text' || !question.requiredWhen) return false;
  return valuesOf(fields, question.requiredWhen.question).includes(question.requiredWhen.equals);
}

function missing(question: EvaluationQuestion): FieldProblem {
  const verb = question.type === 'long-text' ? 'Write' : 'Choose';
  return { field: question.id, message: `${verb} an answer to “${question.text}”` };
}

/**
 * Reads a posted evaluation. Everything may be left open but what the form requires (product: the question about
 * commercial bias); a value that the form does not offer is refused. Problems stand in the order of the form.
 */
export function readEvaluation(
  form: EvaluationForm,
  fields: PostedFields
): Result<EvaluationAnswers, FieldProblem[]> {
  const answers: EvaluationAnswers = {};
  const problems: FieldProblem[] = [];
  for (const question of form.questions) {
    const read = readAnswer(question, fields);
    if (!read.ok) problems.push(read.problem);
    else if (read.value !== null) answers[question.id] = read.value;
    else if (isDue(question, fields)) problems.push(missing(question));
  }
  return problems.length > 0 ? failure(problems) : success(answers);
}
