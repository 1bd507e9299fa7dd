import { keep, readKept } from './browser-storage.ts';

/**
 * A response that was sent and not acknowledged yet stays in this browser, so that neither a reload nor a closed tab
 * loses it (reliability.md §2, promise 6). `place` names attempt and position.
 */
const nameOf = (place: string) => `footnote.unsaved.${place}`;

/** Keeps what is being sent, as `sequence?option=b`. */
export function keepResponse(place: string, sent: FormData): void {
  const fields = new URLSearchParams();
  let sequence = '';
  for (const [name, value] of sent) {
    if (typeof value !== 'string') continue;
    if (name === 'sequence') sequence = value;
    if (/^(option$|match-|position-)/.test(name)) fields.append(name, value);
  }
  keep(nameOf(place), `${sequence}?${fields.toString()}`);
}

/** Forgets it: the server has said what became of it. */
export const forgetResponse = (place: string): void => keep(nameOf(place), null);

/**
 * The fields that the server has not acknowledged, as the query of the page's address, which fills the form in with
 * them; null where there are none. What a stored response has overtaken is forgotten.
 */
export function unsavedResponse(place: string, nextSequence: number): string | null {
  const kept = readKept(nameOf(place));
  if (kept === null) return null;
  const cut = kept.indexOf('?');
  if (Number(kept.slice(0, cut)) >= nextSequence) return kept.slice(cut);
  forgetResponse(place);
  return null;
}
