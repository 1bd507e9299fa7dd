import type { CslReference } from './csl-reference.ts';
import type { ReferenceStatus } from './reference-status.ts';

/** Where something stands in what was read; both count from 1. */
export type Place = { record: number; line: number };

/** What was left out of what was read, and what the person can do about it. */
export type ReferenceProblem = Place & { what: string; why: string; mend: string };

/** A reference as a file tells it. `csl.id` is provisional: the library gives it a citation key when it is added. */
export type ReadReference = Place & {
  csl: CslReference;
  authorsTruncated: boolean;
  /** As the file says it; files seldom do. */
  status: ReferenceStatus;
  /** What it says of that, and where it can be read; empty: nothing. */
  statusNote: string;
};

/** A record that is wrong is a problem and never takes its neighbours with it. */
export type ReadReferences = { references: ReadReference[]; problems: ReferenceProblem[] };
