import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { clearProfessions, deleteRetainedBefore } from './retained-queries.ts';

/**
 * Removes the records of erased people whose last day is over, and their profession once none is left; on record is how
 * many, and of which completions. Returns how many.
 */
export function removeRetainedRecords(db: Executor, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const removed = await deleteRetainedBefore(tx, calendarDayOf(now));
    if (removed.length === 0) return 0;
    await clearProfessions(tx, [...new Set(removed.map(({ personId }) => personId))]);
    await insertAuditEvent(tx, {
      at: now,
      actorId: null,
      action: 'privacy.remove-retained-records',
      subject: { kind: 'retention', id: 'retained-credit-records' },
      detail: { removed: removed.length, completions: removed.map(({ completionId }) => completionId) }
    });
    return removed.length;
  });
}
