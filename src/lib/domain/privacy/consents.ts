/** Something that a person said to a question, in the words that were shown. */
export type ConsentStep = {
  /** `YYYY-MM-DD`, UTC. */
  on: string;
  given: boolean;
  /** What was asked; empty: nothing but the switch itself. */
  text: string;
  /** Of the text, e.g. `2` or `2026-07`; empty: it has none. */
  version: string;
};

/** One consent with all that was ever said to it, the latest first. None depends on another. */
export type Consent = {
  id: string;
  what: string;
  /** Where it is given and withdrawn. */
  href: string;
  steps: ConsentStep[];
};

/** How a consent stands in words: the latest step holds. */
export function consentWords({ steps }: Pick<Consent, 'steps'>): string {
  const [latest, ...earlier] = steps;
  if (latest === undefined) return 'Never asked';
  if (latest.given) return `Given on ${latest.on}`;
  return earlier.some(({ given }) => given)
    ? `Withdrawn on ${latest.on}`
    : `Not given, asked on ${latest.on}`;
}
