/** A stretch of a text that two versions share, or that one of them has. */
export type DiffSegment = { kind: 'same' | 'added' | 'removed'; text: string };

/** A text of an item that changed, word by word. */
export type TextDiff = { name: string; segments: DiffSegment[] };

type ComparedVersion = { versionId: string; version: number };

/** Two versions of an item compared: what changed in plain words first, then the texts. */
export type VersionComparison = {
  before: ComparedVersion;
  after: ComparedVersion;
  changes: string[];
  texts: TextDiff[];
};
