import { failure, success, type Result } from '../../result.ts';
import { tidyText, tooLong } from '../../tidy-text.ts';

/** In UTF-16 units, as a browser's `maxlength` counts. */
export const LONGEST_REASON = 500;

/** A reason fit to be stored, or the message for one that is missing or too long. */
export function readOverrideReason(typed: string): Result<string, string> {
  const reason = tidyText(typed);
  if (reason === '') return failure('Say why the warning may stay, for example what has to be known.');
  const problem = tooLong(reason, LONGEST_REASON);
  return problem === null ? success(reason) : failure(problem);
}
