import { failure, success, type Result } from '../result.ts';
import { isPrintable, tidyLine } from './tidy-line.ts';

const LONGEST = 500;

/** Why an account is disabled or enabled, as typed; it stands in the audit log. */
export function readDisableReason(typed: string): Result<string, string> {
  const reason = tidyLine(typed);
  if (reason === '') return failure('Say why: it stands in the audit log');
  if (reason.length > LONGEST) return failure(`Shorten the reason to ${LONGEST} characters`);
  if (!isPrintable(reason)) return failure('Type the reason in letters, digits and punctuation');
  return success(reason);
}
