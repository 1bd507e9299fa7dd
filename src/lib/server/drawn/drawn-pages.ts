import type { PagePieces } from './page-pieces.ts';

/** Together no more than this, in bytes of HTML; what was not asked for the longest is forgotten first. */
const MOST_BYTES = 48 * 1024 * 1024;

/** A place for pages in pieces, by all that what they show depends on. */
export function makeDrawnPages(mostBytes = MOST_BYTES) {
  const pages = new Map<string, PagePieces>();
  let bytes = 0;
  const forget = (key: string) => {
    bytes -= pages.get(key)?.bytes ?? 0;
    pages.delete(key);
  };
  return {
    find: (key: string): PagePieces | null => {
      const page = pages.get(key);
      if (page === undefined) return null;
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    keep: (key: string, page: PagePieces): void => {
      forget(key);
      pages.set(key, page);
      bytes += page.bytes;
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) return;
        forget(oldest);
      }
    }
  };
}
