import type { CslReference } from './csl-reference.ts';
import type { DuplicateBy } from './find-duplicates.ts';
import { isWorse, type ReferenceStatus } from './reference-status.ts';

/** The reference that was there before: in the library, or earlier in the same paste. */
export type Former = { by: DuplicateBy } & (
  | {
      kind: 'library';
      id: string;
      citationKey: string;
      csl: CslReference;
      authorsTruncated: boolean;
      status: ReferenceStatus;
    }
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

/** What names the former reference in a form: a later look at the library must find the same, and as it stood. */
export function formerToken(former: Former | null): string {
  if (former === null) return '';
  return former.kind === 'library' ? `${former.id}:${former.status}` : `record-${former.record}`;
}

/** The reference of the library that a row, where it is left out for it, puts under graver doubt; null: none. */
export function doubtedFormer({ former, status }: PastedRow) {
  return former?.kind === 'library' && isWorse(status, former.status) ? former : null;
}

/** What the person chose for each record that was pasted. */
export type PastedChoice = { record: number; isAdded: boolean; former: string };

const counted = (count: number) => `${count} ${count === 1 ? 'reference' : 'references'}`;

/** What became of a paste, in words; empty: nothing, or the address says no counts. */
export function additionInWords(added: string | null, doubted: string | null): string {
  const [news, marks] = [added, doubted].map((count) => (/^\d{1,6}$/.test(count ?? '') ? Number(count) : 0));
  return [
    news ? `${counted(news)} added.` : '',
    marks ? `${counted(marks)} of the library marked as the paste says.` : ''
  ]
    .filter((words) => words !== '')
    .join(' ');
}
