import type { CslReference } from './csl-reference.ts';
import { foldText } from './fold-text.ts';
import { formatNames } from './format-names.ts';
import { searchWords } from './library-filter.ts';

export type ReferenceStatus = 'current' | 'corrected' | 'expression-of-concern' | 'retracted';

/** A reference of the library as the citation picker shows it. */
export type PickableReference = {
  citationKey: string;
  /** Authors and year, e.g. `Chen DS, Mellman I. 2017`. */
  label: string;
  title: string;
  /** Journal, book or site; empty where it has none. */
  work: string;
  /** What kind of evidence it is; empty: not judged. */
  evidence: string;
  status: ReferenceStatus;
  /** Its number in the list of the activity; null where that does not hold it. */
  number: number | null;
  /** How many items and lesson sections cite it. */
  items: number;
  sections: number;
};

type Row = {
  citationKey: string;
  csl: CslReference;
  authorsTruncated: boolean;
  evidenceLevel: string;
  status: ReferenceStatus;
};

/** At most this many names in a label. */
const NAMES = 2;

/** A stored reference as the picker shows it, as yet without its number and its uses. */
export function pickableReference({
  citationKey,
  csl,
  authorsTruncated,
  evidenceLevel,
  status
}: Row): PickableReference {
  const authors = csl.author ?? [];
  const names = formatNames(authors.slice(0, NAMES), authorsTruncated || authors.length > NAMES);
  const year = csl.issued?.['date-parts'][0]?.[0]?.toString() ?? '';
  return {
    citationKey,
    label: [names.replace(/\.$/, ''), year].filter((part) => part !== '').join('. ') || citationKey,
    title: csl.title,
    work: csl['container-title-short'] ?? csl['container-title'] ?? csl.publisher ?? '',
    evidence: evidenceLevel.replaceAll('-', ' '),
    status,
    ...{ number: null, items: 0, sections: 0 }
  };
}

/** The references that hold every word of the search in key, names, year, title or journal; those of the list first. */
export function findReferences(references: PickableReference[], search: string): PickableReference[] {
  const words = searchWords(search);
  return references
    .filter(({ citationKey, label, title, work }) => {
      const text = foldText([citationKey, label, title, work].join(' '));
      return words.every((word) => text.includes(word));
    })
    .toSorted((one, other) => (one.number ?? Infinity) - (other.number ?? Infinity) || 0);
}

const STATUS_MARKS: Record<ReferenceStatus, string> = {
  current: '',
  corrected: 'Corrected',
  'expression-of-concern': 'Expression of concern',
  retracted: 'Retracted'
};

/** What is to be known of a reference before it is cited: its status where that is not current, and the evidence. */
export const referenceMarks = ({ status, evidence }: PickableReference): string[] =>
  [STATUS_MARKS[status], evidence].filter((mark) => mark !== '');

const counted = (count: number, one: string) =>
  count === 0 ? '' : `${count} ${one}${count === 1 ? '' : 's'}`;

/** Where else a reference is used, e.g. "Used in 3 items, 1 section"; "Not used yet". */
export function usesInWords({ items, sections }: PickableReference): string {
  const uses = [counted(items, 'item'), counted(sections, 'section')].filter((words) => words !== '');
  return uses.length === 0 ? 'Not used yet' : `Used in ${uses.join(', ')}`;
}
