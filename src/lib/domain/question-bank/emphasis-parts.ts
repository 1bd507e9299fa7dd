type EmphasisPart = { text: string; isStrong: boolean };

/** Cuts a stem at its signs of emphasis, as in "Which drug is **NOT** given?"; the signs themselves are left out. */
export function splitEmphasis(stem: string): EmphasisPart[] {
  return stem
    .split(/\*\*([^*]+)\*\*/)
    .map((text, index) => ({ text, isStrong: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
