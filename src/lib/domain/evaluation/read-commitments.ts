import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { EvaluationAnswer } from './evaluation-answers.ts';
import { ownWordsField, valuesOf, type PostedFields } from './evaluation-fields.ts';
import type { CommitmentQuestion } from './evaluation-form.ts';
import { readOffered, standsAlone } from './read-choices.ts';
import { tidyText, tooLong } from '../tidy-text.ts';

type Commitments = { options: string[]; ownWords: string[] };

/** The changes in the learner's own words; empty fields do not count. */
function readOwnWords(question: CommitmentQuestion, fields: PostedFields): string[] {
  if (!question.freeText.allowed) return [];
  return valuesOf(fields, ownWordsField(question.id))
    .map(tidyText)
    .filter((text) => text !== '');
}

/** What keeps these commitments from being taken, or null. "No change" stands alone. */
function problemOf(question: CommitmentQuestion, { options, ownWords }: Commitments): FieldProblem | null {
  const count = options.length + ownWords.length;
  const alone = question.exclusiveOptions.find((option) => options.includes(option.id));
  if (alone && count > 1) return { field: question.id, message: standsAlone(alone.label) };
  if (count > question.maximum) {
    const message = `Choose or write at most ${question.maximum} changes. You have ${count}.`;
    return { field: question.id, message };
  }
  if (ownWords.length > question.freeText.maximumEntries) {
    const message = `Write at most ${question.freeText.maximumEntries} changes in your own words`;
    return { field: ownWordsField(question.id), message };
  }
  const long = ownWords
    .map((text) => tooLong(text, question.freeText.maxLength))
    .find((found) => found !== null);
  return long ? { field: ownWordsField(question.id), message: long } : null;
}

/**
 * Reads up to `maximum` changes that the learner means to make, the learner's own words counted in. That naming a few helps to
 * make them: cme-rules.md §6.2 (PubMed 21854144).
 */
export function readCommitments(
  question: CommitmentQuestion,
  fields: PostedFields
): Result<EvaluationAnswer | null, FieldProblem> {
  const offered = [...question.options, ...question.exclusiveOptions];
  const options = readOffered(valuesOf(fields, question.id), offered);
  if (!options)
    return failure({ field: question.id, message: `Choose from the answers to “${question.text}”` });
  const commitments = { options, ownWords: readOwnWords(question, fields) };
  const problem = problemOf(question, commitments);
  if (problem) return failure(problem);
  const isEmpty = options.length === 0 && commitments.ownWords.length === 0;
  return success(isEmpty ? null : { type: 'commitment-to-change', ...commitments });
}
