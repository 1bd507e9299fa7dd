import { failure, success, type Result } from '../result.ts';

/** The database holds no other number: review_settings_approvals_range. */
export const MOST_APPROVALS = 5;

/** The number of approvals that an admin typed, 1 to 5, or the message for the field. */
export function readApprovalsNeeded(typed: string): Result<number, string> {
  const text = typed.trim();
  const number = /^\d$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= MOST_APPROVALS) return success(number);
  return failure(`Enter a number of approvals from 1 to ${MOST_APPROVALS}`);
}
