import type { CslReference } from './csl-reference.ts';
import type { ReferenceStatus } from './reference-status.ts';

/** A reference with its number in the list of an activity. */
export type NumberedReference = {
  number: number;
  citationKey: string;
  csl: CslReference;
  authorsTruncated: boolean;
  /** How it stands today, whenever the list was published. */
  status: ReferenceStatus;
};

/** A way back from a reference to a place that cites it. */
type BackLink = { label: string; href: string };

/** An entry of a reference list. `questions`: ids of practice items that cite it. */
export type ReferenceEntry = NumberedReference & { backLinks: BackLink[]; questions: string[] };
