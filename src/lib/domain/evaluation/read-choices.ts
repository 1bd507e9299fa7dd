import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { EvaluationAnswer } from './evaluation-answers.ts';
import { otherTextField, valuesOf, type PostedFields } from './evaluation-fields.ts';
import type { ConsentQuestion, MultipleChoiceQuestion, SingleChoiceQuestion } from './evaluation-form.ts';
import { tidyText, tooLong } from '../tidy-text.ts';

type Read<Answer extends EvaluationAnswer> = Result<Answer | null, FieldProblem>;

/** The distinct posted ids, or undefined where one of them is not offered. */
export function readOffered(
  posted: readonly string[],
  offered: readonly { id: string }[]
): string[] | undefined {
  const chosen = [...new Set(posted)];
  return chosen.every((id) => offered.some((option) => option.id === id)) ? chosen : undefined;
}

/** The message where an option that stands alone was chosen together with `others` more. */
export function standsAlone(label: string): string {
  return `“${label}” stands alone. Clear it, or clear the others.`;
}

/** Reads the one option of a question with radio buttons. */
export function readSingleChoice(
  question: SingleChoiceQuestion | ConsentQuestion,
  fields: PostedFields
): Read<EvaluationAnswer> {
  const chosen = readOffered(valuesOf(fields, question.id), question.options);
  const [option, ...others] = chosen ?? [];
  if (!chosen || others.length > 0) {
    return failure({ field: question.id, message: `Choose one of the answers to “${question.text}”` });
  }
  return success(option === undefined ? null : { type: question.type, option });
}

/** The text beside an option such as "Something else"; the option that takes text, if there is one. */
function readOther(question: MultipleChoiceQuestion, fields: PostedFields) {
  const option = question.options.find((candidate) => candidate.freeText);
  const text = option ? tidyText(valuesOf(fields, otherTextField(question.id))[0] ?? '') : '';
  return { option, text };
}

/** Reads the options of a question with check boxes. Writing in "Something else" chooses it. */
export function readMultipleChoice(
  question: MultipleChoiceQuestion,
  fields: PostedFields
): Read<EvaluationAnswer> {
  const chosen = readOffered(valuesOf(fields, question.id), question.options);
  if (!chosen)
    return failure({ field: question.id, message: `Choose from the answers to “${question.text}”` });
  const other = readOther(question, fields);
  const long = other.option?.freeText && tooLong(other.text, other.option.freeText.maxLength);
  if (long) return failure({ field: otherTextField(question.id), message: long });
  const options = [...new Set(other.option && other.text !== '' ? [...chosen, other.option.id] : chosen)];
  const alone = question.options.find((option) => option.exclusive && options.includes(option.id));
  if (alone && options.length > 1) return failure({ field: question.id, message: standsAlone(alone.label) });
  if (options.length === 0) return success(null);
  return success({ type: 'multiple-choice', options, otherText: other.text === '' ? null : other.text });
}
