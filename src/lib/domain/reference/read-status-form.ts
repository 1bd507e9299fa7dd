import { isCalendarDay } from '../calendar-day.ts';
import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import { tidyText } from '../tidy-text.ts';
import { EVIDENCE_LEVELS } from './evidence-levels.ts';
import { readReferenceStatus, type ReferenceStatus } from './reference-status.ts';

export type StatusChange = { status: ReferenceStatus; note: string };

/** Reads a change of status: any but `current` says why, and where it can be read. */
export function readStatusForm(fields: {
  status: string;
  note: string;
}): Result<StatusChange, FieldProblem[]> {
  const status = readReferenceStatus(fields.status);
  const note = tidyText(fields.note);
  const problems: FieldProblem[] = [];
  if (status === null) problems.push({ field: 'status', message: 'Choose how the reference stands' });
  if (status !== 'current' && note === '') {
    problems.push({ field: 'note', message: 'Say what its journal says, and where it can be read' });
  }
  if (note.length > 2_000) problems.push({ field: 'note', message: 'Shorten the note to 2,000 characters' });
  return status === null || problems.length > 0 ? failure(problems) : success({ status, note });
}

type Judgement = { evidenceLevel: string; reviewDueOn: string | null };

/**
 * Reads the evidence level and the day of the next look; both may be empty. `held`: the level that the library has, which a
 * package may have brought in words of its own; it can be kept, but not made up.
 */
export function readJudgementForm(
  { evidenceLevel, reviewDueOn }: { evidenceLevel: string; reviewDueOn: string },
  held: string
): Result<Judgement, FieldProblem[]> {
  const problems: FieldProblem[] = [];
  if (reviewDueOn !== '' && !isCalendarDay(reviewDueOn)) {
    problems.push({ field: 'reviewDueOn', message: 'Enter a day, such as 2027-03-31, or leave it empty' });
  }
  const isKnown = ['', held, ...EVIDENCE_LEVELS.map(({ id }) => id)].includes(evidenceLevel);
  if (!isKnown) problems.push({ field: 'evidenceLevel', message: 'Choose a kind of evidence from the list' });
  if (problems.length > 0) return failure(problems);
  return success({ evidenceLevel, reviewDueOn: reviewDueOn === '' ? null : reviewDueOn });
}
