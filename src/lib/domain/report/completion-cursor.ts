import { isCalendarDay } from '#lib/domain/calendar-day.ts';

/** The last row of a page; the next page begins after it. */
export type CompletionCursor = { completedOn: string; id: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The cursor as one word of a URL. */
export function writeCursor(cursor: CompletionCursor): string {
  return `${cursor.completedOn}_${cursor.id}`;
}

/** Reads a cursor from a URL; null where it is none. */
export function readCursor(word: string): CompletionCursor | null {
  const [completedOn = '', id = '', ...rest] = word.split('_');
  return rest.length === 0 && isCalendarDay(completedOn) && UUID.test(id) ? { completedOn, id } : null;
}
