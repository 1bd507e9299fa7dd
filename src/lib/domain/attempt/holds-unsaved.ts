import type { QuestionView } from './question-view.ts';
import { readResponse } from './read-response.ts';
import { hasResponseFields } from './response-draft.ts';
import { sameResponse } from './shown-response.ts';

/**
 * Whether the address of a question carries a response that is not stored: one that came back from sign-in, or that the
 * browser kept. After it was saved, an old address with the same response in it is nothing to speak of.
 */
export function holdsUnsaved(
  { isOpen, item, response }: Pick<QuestionView, 'isOpen' | 'item' | 'response'>,
  fields: URLSearchParams
): boolean {
  if (!isOpen || !hasResponseFields(fields)) return false;
  const read = readResponse(fields, item);
  return !(read.ok && response && sameResponse(read.value, response));
}
