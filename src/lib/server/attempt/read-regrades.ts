import { decisionInWords } from '#lib/domain/attempt/decision-words.ts';
import { canTakeKeyOf } from '#lib/domain/attempt/keys-under-regrade.ts';
import { authoredOrder } from '#lib/domain/attempt/read-regrade-form.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItems } from '../question-bank/read-keyed-items.ts';
import { countAttemptsByVersion } from './count-attempts-by-version.ts';
import { readDecisions } from './read-decisions.ts';
import { listPublishedVersions, listRegrades } from './regrade-list-queries.ts';

type RegradeRow = Awaited<ReturnType<typeof listRegrades>>[number];

/** A regrade in the list of an item, the decision in words. */
export type RegradeEntry = Pick<
  RegradeRow,
  'id' | 'version' | 'decidedAt' | 'decidedBy' | 'undoneAt' | 'undoneBy' | 'undoReason' | 'changed'
> & { words: string; reason: string };

/** The version of an item that may be regraded, and what was decided of all of its versions. */
export type RegradeTarget = {
  versions: { version: number; isLive: boolean; attempts: number }[];
  item: KeyedItem;
  isLive: boolean;
  /** Later versions whose key could hold for this one. */
  later: KeyedItem[];
  /** The regrade of this version that is in force, or null. */
  inForce: RegradeEntry | null;
  entries: RegradeEntry[];
};

async function readEntries(db: Executor, items: Map<string, KeyedItem>): Promise<RegradeEntry[]> {
  const rows = await listRegrades(db, [...items.keys()]);
  const decisions = await readDecisions(db, rows);
  return rows.flatMap(({ itemVersionId, regrade, ...row }, index) => {
    const item = items.get(itemVersionId);
    const decided = decisions[index];
    if (!item || !decided) return [];
    const words = decisionInWords(decided.regrade, { item, order: authoredOrder(item) });
    return [{ ...row, words, reason: regrade.reason }];
  });
}

/**
 * A published version of an item with its regrades: the one asked for, else the latest that an attempt drew, else the
 * latest. Null where the item has no such version.
 */
export async function readRegradeTarget(
  db: Executor,
  { itemId, version }: { itemId: string; version: number | null }
): Promise<RegradeTarget | null> {
  const published = await listPublishedVersions(db, itemId);
  const ids = published.map(({ versionId }) => versionId);
  const drawn = await countAttemptsByVersion(db, ids);
  const asked = published.find((row) => row.version === version);
  const latest = published.find(({ versionId }) => (drawn.get(versionId) ?? 0) > 0) ?? published[0];
  const chosen = version === null ? latest : asked;
  const items = await readKeyedItems(db, ids);
  const item = items.get(chosen?.versionId ?? '');
  if (!chosen || !item) return null;
  const entries = await readEntries(db, items);
  return {
    versions: published.map((row) => ({
      version: row.version,
      isLive: row.status === 'live',
      attempts: drawn.get(row.versionId) ?? 0
    })),
    item,
    isLive: chosen.status === 'live',
    later: [...items.values()].filter((by) => canTakeKeyOf(item, by)),
    inForce: entries.find((entry) => entry.version === item.version && entry.undoneAt === null) ?? null,
    entries
  };
}
