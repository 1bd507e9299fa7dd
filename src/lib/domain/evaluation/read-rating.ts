import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { EvaluationAnswer } from './evaluation-answers.ts';
import { ratingField, valuesOf, type PostedFields } from './evaluation-fields.ts';
import type { BeforeAfterQuestion } from './evaluation-form.ts';

/** One cell: the value, null where it was left open, or undefined where the scale has no such value. */
function readCell(question: BeforeAfterQuestion, values: readonly string[]): number | null | undefined {
  if (values.length === 0) return null;
  if (values.length > 1) return undefined;
  return question.scale.find((step) => String(step.value) === values[0])?.value;
}

/** Reads the table of a before-and-after question; cells may be left open. Null: nothing was rated. */
export function readRating(
  question: BeforeAfterQuestion,
  fields: PostedFields
): Result<EvaluationAnswer | null, FieldProblem> {
  const ratings: Record<string, Record<string, number>> = {};
  for (const row of question.rows) {
    for (const column of question.columns) {
      const field = ratingField(question.id, row.objective, column.id);
      const value = readCell(question, valuesOf(fields, field));
      if (value === undefined) {
        return failure({ field, message: `Choose one of the ratings for “${row.text}”, ${column.label}` });
      }
      if (value !== null) ratings[row.objective] = { ...ratings[row.objective], [column.id]: value };
    }
  }
  return success(Object.keys(ratings).length === 0 ? null : { type: 'before-after-rating', ratings });
}
