import { splitAtCitations } from '../reference/citation-marks.ts';
import { splitEmphasis } from './emphasis-parts.ts';
import type { ItemStatus } from './item-status.ts';

/** An item version that waits for somebody. */
export type QueueRow = {
  versionId: string;
  itemId: string;
  externalId: string;
  bankTitle: string;
  version: number;
  status: ItemStatus;
  /** The beginning of the stem, without citation marks. */
  stem: string;
  /** Names of those who wrote in it; empty: it came with a package. */
  authors: string;
  /** UTC. */
  since: Date;
  lintErrors: number;
  lintWarnings: number;
  openComments: number;
  approvals: number;
  isAuthor: boolean;
  hasApproved: boolean;
};

export type QueueGroup = 'for-me' | 'sent-back' | 'ready' | 'for-others';

/** Where a row stands in the queue of the person who looks at it; null: it does not concern them. */
export function queueGroup({ status, isAuthor, hasApproved }: QueueRow): QueueGroup | null {
  if (status === 'approved') return 'ready';
  if (status === 'in-review') return isAuthor || hasApproved ? 'for-others' : 'for-me';
  return status === 'changes-asked' && isAuthor ? 'sent-back' : null;
}

const MOST_SHOWN = 140;

const plainText = (stem: string) =>
  splitEmphasis(stem)
    .map(({ text }) => text)
    .join('');

/** The beginning of a stem on one line, cut at a word, without citation marks. */
export function stemBeginning(stem: string): string {
  const plain = splitAtCitations(stem)
    .map((part) => (part.kind === 'text' ? plainText(part.text) : ''))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain.length <= MOST_SHOWN) return plain;
  return `${plain.slice(0, MOST_SHOWN).replace(/\s+\S*$/, '')} …`;
}

/** A reference that items or sections should no longer lean on as they do. */
export type Concern = {
  referenceId: string;
  citationKey: string;
  /** Why: its status, or the day (`YYYY-MM-DD`) by which it was to be reviewed again. */
  status: 'current' | 'corrected' | 'expression-of-concern' | 'retracted';
  dueOn: string | null;
};

/** An item that cites such a reference, in these versions (live, or being worked on). */
export type ItemInDoubt = Concern & { itemId: string; externalId: string; versions: number[]; stem: string };

type CitingVersion = Omit<ItemInDoubt, 'versions'> & { version: number };

/** One entry for an item and a reference, with the versions that cite it; in the order of the rows. */
export function groupByItem(rows: CitingVersion[]): ItemInDoubt[] {
  const found = new Map<string, ItemInDoubt>();
  for (const { version, ...row } of rows) {
    const key = `${row.itemId} ${row.referenceId}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...row, versions: [version] });
    else known.versions.push(version);
  }
  return [...found.values()];
}
