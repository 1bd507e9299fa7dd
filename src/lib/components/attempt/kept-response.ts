/*
 * A response that was sent and not acknowledged yet stays in this browser, so that neither a reload nor a closed tab
 * loses it (reliability.md §2, promise 6). It is kept as `sequence?option=b`, by the path of its question.
 */

import { keep, readKept } from '../ui/device-storage.ts';

const NAME = 'footnote.unsaved:';

/** Keeps what is being sent. */
export function keepResponse(path: string, sent: FormData): void {
  const fields = new URLSearchParams();
  let sequence = '';
  for (const [name, value] of sent) {
    if (typeof value !== 'string') continue;
    if (name === 'sequence') sequence = value;
    if (/^(option$|response$|match-|position-)/.test(name)) fields.append(name, value);
  }
  keep(NAME + path, `${sequence}?${fields.toString()}`);
}

/** Forgets it: the server has said what became of it. */
export const forgetResponse = (path: string): void => keep(NAME + path, null);

/**
 * Fills the page's form in with what the server has not acknowledged, by loading it with those fields in its address.
 * What a stored response has overtaken is forgotten.
 */
export function restoreUnsaved(path: string, nextSequence: number): void {
  const kept = readKept(NAME + path);
  if (kept === null || location.search !== '') return;
  const cut = kept.indexOf('?');
  if (Number(kept.slice(0, cut)) >= nextSequence) location.replace(kept.slice(cut));
  else forgetResponse(path);
}
