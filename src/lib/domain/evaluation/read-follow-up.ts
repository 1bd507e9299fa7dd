import { problemWords } from '../attempt/problem-words.ts';
import { readResponse } from '../attempt/read-response.ts';
import type { Response } from '../attempt/response.ts';
import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import { BARRIERS, isCommitmentStatus, type CommitmentStatus } from './commitment-status.ts';
import { valuesOf, type PostedFields } from './evaluation-fields.ts';
import type { FollowUpView } from './follow-up-view.ts';

/** What was said: ids of options are shown ids. What was left open has no entry. */
export type FollowUpAnswers = {
  commitments: { ordinal: number; status: CommitmentStatus; barriers: string[] }[];
  responses: { position: number; response: Response }[];
};

/** The field of what became of a commitment. */
export const statusField = (ordinal: number) => `commitment-${ordinal}`;

/** The field of what stood in the way of a commitment. */
export const barriersField = (ordinal: number) => `barriers-${ordinal}`;

/** The field of the options of an item. */
export const optionField = (position: number) => `option-${position}`;

type Asked = Pick<FollowUpView, 'commitments' | 'questions'>;

function readCommitment(ordinal: number, fields: PostedFields) {
  const [status = ''] = valuesOf(fields, statusField(ordinal));
  if (!isCommitmentStatus(status)) return [];
  const ticked = valuesOf(fields, barriersField(ordinal));
  return [{ ordinal, status, barriers: BARRIERS.map(({ id }) => id).filter((id) => ticked.includes(id)) }];
}

/**
 * Reads a posted follow-up. Anything may be left open, as nothing depends on it; an answer that does not fit its item is
 * refused at its field, and so is a form on which nothing was answered.
 */
export function readFollowUp(asked: Asked, fields: PostedFields): Result<FollowUpAnswers, FieldProblem[]> {
  const commitments = asked.commitments.flatMap(({ ordinal }) => readCommitment(ordinal, fields));
  const responses: FollowUpAnswers['responses'] = [];
  const problems: FieldProblem[] = [];
  for (const { position, item } of asked.questions) {
    const name = optionField(position);
    const sent = valuesOf(fields, name).map((value): [string, string] => ['option', value]);
    if (sent.length === 0) continue;
    const read = readResponse(new URLSearchParams(sent), item);
    if (read.ok) responses.push({ position, response: read.value });
    else problems.push({ field: name, message: problemWords(item, read.problem).message });
  }
  if (problems.length > 0) return failure(problems);
  if (commitments.length + responses.length > 0) return success({ commitments, responses });
  const first = asked.commitments[0];
  const field = first ? statusField(first.ordinal) : optionField(asked.questions[0]?.position ?? 1);
  return failure([{ field, message: 'Answer at least one of the questions' }]);
}
