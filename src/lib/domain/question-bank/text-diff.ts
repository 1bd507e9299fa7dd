/** A stretch of a text that two versions share, or that one of them has. */
export type DiffSegment = { kind: 'same' | 'added' | 'removed'; text: string };

/** A text of an item that changed, word by word. */
export type TextDiff = { name: string; segments: DiffSegment[] };

/** One of two states that are compared; `label` as a heading says it, e.g. "Version 3". */
type ComparedSide = { versionId: string; version: number; label: string };

/** Two states of an item compared: what changed in plain words first, then the texts. */
export type VersionComparison = {
  before: ComparedSide;
  after: ComparedSide;
  changes: string[];
  texts: TextDiff[];
};
