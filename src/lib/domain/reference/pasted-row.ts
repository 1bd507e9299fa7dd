import type { CslReference } from './csl-reference.ts';
import type { DuplicateBy } from './find-duplicates.ts';
import type { ReferenceStatus } from './reference-status.ts';

/** The reference that was there before: in the library, or earlier in the same paste. */
export type Former = { by: DuplicateBy } & (
  | { kind: 'library'; id: string; citationKey: string; csl: CslReference; authorsTruncated: boolean }
  | { kind: 'pasted'; record: number }
);

/** A reference that was understood, before anything is written. */
export type PastedRow = {
  record: number;
  line: number;
  csl: CslReference;
  authorsTruncated: boolean;
  status: ReferenceStatus;
  statusNote: string;
  former: Former | null;
};

/** What names the former reference in a form: a later look at the library must find the same. */
export const formerToken = (former: Former | null): string =>
  former === null ? '' : former.kind === 'library' ? former.id : `record-${former.record}`;

/** What the person chose for each record that was pasted. */
export type PastedChoice = { record: number; isAdded: boolean; former: string };
