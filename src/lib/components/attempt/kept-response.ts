/*
 * A response that was sent and not acknowledged yet stays in this browser, so that neither a reload, nor sleep, nor a
 * closed tab loses it (reliability.md §2, promise 6). It is kept by the path of its question, whole, with its sequence
 * and key: sent again it is the same request, and counts once.
 */

import { keep, namesKept } from '../ui/device-storage.ts';
import { keepFields, readFields } from '../ui/kept-fields.ts';

const NAME = 'footnote.unsaved:';

/** A response that waits. `path`: of its question. */
export type KeptResponse = { path: string; fields: URLSearchParams; keptAt: number };

/** Keeps what is being sent; false where this browser keeps nothing. */
export function keepResponse({ path, fields, keptAt }: KeptResponse): boolean {
  keepFields(NAME + path, fields, keptAt);
  return readFields(NAME + path)?.keptAt === keptAt;
}

/** What waits for a question, or null. */
export function keptResponse(path: string): KeptResponse | null {
  const kept = readFields(NAME + path);
  return kept && { path, fields: new URLSearchParams(kept.fields), keptAt: kept.keptAt };
}

/** Forgets it: the server has said what became of it. One that was kept since stays. */
export function forgetResponse({ path, fields }: KeptResponse): void {
  const kept = keptResponse(path);
  if (kept?.fields.get('key') === fields.get('key')) keep(NAME + path, null);
}

/** All that waits, the oldest first: answers are sent in the order in which they were given. */
export function listKept(): KeptResponse[] {
  return namesKept(NAME)
    .flatMap((name) => keptResponse(name.slice(NAME.length)) ?? [])
    .toSorted((one, other) => one.keptAt - other.keptAt);
}
