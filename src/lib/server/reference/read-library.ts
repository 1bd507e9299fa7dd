import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { LibraryFilter } from '#lib/domain/reference/library-filter.ts';
import type { Executor } from '../db/index.ts';
import { gatherWords } from './gather-words.ts';
import { countLibrary, listLibrary } from './library-queries.ts';

const A_PAGE = 50;

/** One page of the library; pages count from 1. */
export async function readLibrary(
  db: Executor,
  { filter, page, now }: { filter: LibraryFilter; page: number; now: Date }
) {
  await gatherWords(db);
  const today = calendarDayOf(now);
  const total = await countLibrary(db, { filter, today });
  const pages = Math.max(1, Math.ceil(total / A_PAGE));
  const offset = (Math.min(page, pages) - 1) * A_PAGE;
  return { total, pages, today, rows: await listLibrary(db, { filter, today, limit: A_PAGE, offset }) };
}
