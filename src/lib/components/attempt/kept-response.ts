/*
 * A response that was sent and not acknowledged yet stays in this browser, so that neither a reload nor a closed tab
 * loses it (reliability.md §2, promise 6). It is kept as `sequence?option=b`, by the path of its question.
 */

const NAME = 'footnote.unsaved:';

/** The browser's storage, or null where it is switched off: the page works without it. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** What is kept under a name in this browser, or null. */
export const readKept = (name: string): string | null => storage()?.getItem(name) ?? null;

/** Keeps a text in this browser; null forgets it. A full storage is no reason to stop. */
export function keep(name: string, text: string | null): void {
  try {
    if (text === null) storage()?.removeItem(name);
    else storage()?.setItem(name, text);
  } catch {
    // The answer is still on the page.
  }
}

/** Keeps what is being sent. */
export function keepResponse(path: string, sent: FormData): void {
  const fields = new URLSearchParams();
  let sequence = '';
  for (const [name, value] of sent) {
    if (typeof value !== 'string') continue;
    if (name === 'sequence') sequence = value;
    if (/^(option$|match-|position-)/.test(name)) fields.append(name, value);
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
