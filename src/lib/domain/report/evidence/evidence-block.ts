/** An option or target of an item as it was shown, or a response that its author expected. */
export type ShownOption = {
  /** Null where the form shows none. */
  letter: string | null;
  text: string;
  /** E.g. `Chosen`, `Key`, `Given: place 2`. */
  marks: string[];
  rationale: string;
};

/** What a section is made of; page and PDF draw the same blocks. */
export type EvidenceBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | { kind: 'list'; entries: string[] }
  | { kind: 'options'; options: ShownOption[] };

/** A numbered part of the document, with the id by which its contents lead to it. */
export type EvidenceSection = { id: string; title: string; blocks: EvidenceBlock[] };

/** A heading below that of the section. */
export const heading = (text: string): EvidenceBlock => ({ kind: 'heading', text });

/** A paragraph; no block where there is nothing to say. */
export const paragraph = (text: string | null): EvidenceBlock[] =>
  text === null || text.trim() === '' ? [] : [{ kind: 'text', text }];

/** Entries below each other; no block where there are none. */
export const list = (entries: string[]): EvidenceBlock[] =>
  entries.length === 0 ? [] : [{ kind: 'list', entries }];

/** Facts by their labels; what is null or empty is left out. */
export function factsOf(values: Record<string, string | number | null>): EvidenceBlock {
  const facts = Object.entries(values).flatMap(([label, value]) =>
    value === null || value === '' ? [] : [{ label, value: String(value) }]
  );
  return { kind: 'facts', facts };
}

/** An instant as auditors compare it, e.g. `2027-01-31 12:00:00 UTC`. */
export const instantWords = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
