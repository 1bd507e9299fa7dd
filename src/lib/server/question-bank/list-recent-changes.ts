import { BULK_KINDS, canBeUndone, type BulkChange } from '#lib/domain/question-bank/plan-bulk-change.ts';
import type { Executor } from '../db/index.ts';
import { listRecent } from './bulk-change-queries.ts';
import { UNDO_HOURS } from './undo-bulk-change.ts';

/** A bulk change that its maker can still undo. */
export type RecentChange = BulkChange & { id: string; madeAt: Date; items: number };

/** What this person changed in bulk within the last day and can undo, the newest first. */
export async function listRecentChanges(
  db: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<RecentChange[]> {
  const since = new Date(now.getTime() - UNDO_HOURS * 3_600_000);
  return (await listRecent(db, { personId, since })).flatMap(({ id, kind, value, madeAt, entries }) => {
    const known = BULK_KINDS.find((candidate) => candidate === kind);
    if (!known || !canBeUndone({ kind: known, value })) return [];
    return [{ id, kind: known, value, madeAt, items: entries.length }];
  });
}
