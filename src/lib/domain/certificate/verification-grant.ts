import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { tidyText, tooLong } from '#lib/domain/tidy-text.ts';

/** For how many days a regulator's link may hold. That regulators may verify for six years: cme-rules.md §1.6. */
export const GRANT_DAYS = [7, 30, 90] as const;

const LONGEST_PURPOSE = 500;

/** The form as typed. */
export type GrantFields = Record<'purpose' | 'days', string>;

/** Reads what a link for a regulator is for, and how long it holds. */
export function parseGrant(fields: GrantFields): Result<{ purpose: string; days: number }, FieldProblem[]> {
  const purpose = tidyText(fields.purpose);
  const days = GRANT_DAYS.find((count) => String(count) === fields.days);
  const problems: FieldProblem[] = [];
  const message = purpose === '' ? 'Say who asks, and by what right' : tooLong(purpose, LONGEST_PURPOSE);
  if (message !== null) problems.push({ field: 'purpose', message });
  if (days === undefined) problems.push({ field: 'days', message: 'Choose for how long the link holds' });
  return problems.length > 0 || days === undefined ? failure(problems) : success({ purpose, days });
}
