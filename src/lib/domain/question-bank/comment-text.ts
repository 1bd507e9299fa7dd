import { failure, success, type Result } from '../result.ts';
import { tidyText, tooLong } from '../tidy-text.ts';

/** In UTF-16 units, as a browser's `maxlength` counts. */
const LONGEST_COMMENT = 2000;

/** A comment or note fit to be stored, possibly empty; or the message for one that is too long. */
export function readCommentText(typed: string): Result<string, string> {
  const text = tidyText(typed);
  const problem = tooLong(text, LONGEST_COMMENT);
  return problem === null ? success(text) : failure(problem);
}
