/**
 * A stem is a vignette (who, where, what was found) and one closed lead-in question; NBME, Constructing Written Test
 * Questions. They are stored as one text, the lead-in last, after an empty line; a stem of one paragraph is all lead-in.
 */
export function splitStem(stem: string): { vignette: string; leadIn: string } {
  const paragraphs = stem.split(/\n\s*\n/);
  const leadIn = paragraphs.pop() ?? '';
  return { vignette: paragraphs.join('\n\n').trim(), leadIn: leadIn.trim() };
}

/** The stem of these two; `splitStem` takes it apart again. A vignette without a lead-in ends in an empty line. */
export function joinStem({ vignette, leadIn }: { vignette: string; leadIn: string }): string {
  return vignette.trim() === '' ? leadIn.trim() : `${vignette.trim()}\n\n${leadIn.trim()}`;
}
