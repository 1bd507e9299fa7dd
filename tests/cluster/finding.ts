/** What a scenario came to: its figures, and what of them is not as promised. */
export type Finding = { scenario: string; figures: Record<string, number | string>; faults: string[] };

/** A fault where something is not so. */
export function faultUnless(isSo: boolean, words: string): string[] {
  return isSo ? [] : [words];
}
