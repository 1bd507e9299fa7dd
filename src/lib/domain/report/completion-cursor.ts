import { isCalendarDay } from '#lib/domain/calendar-day.ts';
import { isUuid } from '#lib/domain/uuid.ts';

/** The last row of a page; the next page begins after it. */
export type CompletionCursor = { completedOn: string; id: string };

/** The cursor as one word of a URL. */
export function writeCursor(cursor: CompletionCursor): string {
  return `${cursor.completedOn}_${cursor.id}`;
}

/** Reads a cursor from a URL; null where it is none. */
export function readCursor(word: string): CompletionCursor | null {
  const [completedOn = '', id = '', ...rest] = word.split('_');
  return rest.length === 0 && isCalendarDay(completedOn) && isUuid(id) ? { completedOn, id } : null;
}
