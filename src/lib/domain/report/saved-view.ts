import { failure, success, type Result } from '#lib/domain/result.ts';
import { isPrintable, tidyLine } from '#lib/domain/identity/tidy-line.ts';

/** A view of the completion report under a name, as the person who looks sees it. */
export type SavedView = {
  id: string;
  name: string;
  /** The canonical query of the view. */
  query: string;
  isShared: boolean;
  /** Whether it belongs to who looks, who alone may change it. */
  isOwn: boolean;
  /** Who made it; '' where it is one's own. */
  ownerName: string;
};

const LONGEST = 80;

/** Reads the name of a view, or says what is wrong with it. */
export function readViewName(typed: string): Result<string, string> {
  const name = tidyLine(typed);
  if (name === '') return failure('Name the view');
  if ([...name].length > LONGEST) return failure(`The name can have at most ${LONGEST} characters`);
  return isPrintable(name) ? success(name) : failure('The name has a character that cannot be printed');
}
