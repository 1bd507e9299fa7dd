import type { ReportNumberId, ReportNumbers } from '#lib/domain/report/mapping/report-numbers.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { insertNumber, selectNumbers } from './number-queries.ts';

type Change = {
  /** Null: the provider's own. */
  activityId: string | null;
  numbers: { id: ReportNumberId; value: string }[];
  actorId: string;
  now: Date;
};

/** The numbers that are on record. */
export function readRecordedNumbers(db: Executor, activityId: string | null): Promise<ReportNumbers> {
  return selectNumbers(db, activityId);
}

/** Records the numbers that differ from those that hold; nothing where none does. */
export function recordNumbers(db: Executor, { activityId, numbers, actorId, now }: Change): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await selectNumbers(tx, activityId);
    const changed = numbers.filter(({ id, value }) => (before[id] ?? '') !== value);
    for (const { id: kind, value } of changed) {
      await insertNumber(tx, { activityId, kind, value, recordedAt: now, recordedBy: actorId });
    }
    if (changed.length === 0) return;
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'report.record-numbers',
      subject:
        activityId === null ? { kind: 'report', id: 'provider' } : { kind: 'activity', id: activityId },
      detail: { numbers: Object.fromEntries(changed.map(({ id, value }) => [id, value])) }
    });
  });
}
