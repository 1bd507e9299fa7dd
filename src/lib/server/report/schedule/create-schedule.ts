import { viewQuery, type CompletionView } from '#lib/domain/report/completion-view.ts';
import { nextRuns } from '#lib/domain/report/schedule/next-runs.ts';
import type { ScheduleOrder } from '#lib/domain/report/schedule/read-schedule-form.ts';
import { withoutNames } from '#lib/domain/report/without-names.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { cadenceColumns, insertRecipients, insertSchedule, listAdmins } from './queries.ts';

type Creating = { order: ScheduleOrder; view: CompletionView; actorId: string; now: Date };

/** Has a view made into a file by the calendar. Returns the id. `not-an-admin`: files go to admins alone. */
export function createSchedule(
  db: Executor,
  { order, view, actorId, now }: Creating
): Promise<Result<string, 'not-an-admin'>> {
  const { recipients, cadence, ...kept } = order;
  const id = crypto.randomUUID();
  return db.transaction(async (tx) => {
    const admins = new Set((await listAdmins(tx)).map((admin) => admin.id));
    if (!recipients.every((recipient) => admins.has(recipient))) return failure('not-an-admin');
    const [nextRunAt = null] = nextRuns(order, { after: now, count: 1 });
    const query = viewQuery(view);
    await insertSchedule(tx, {
      ...{ id, ...kept, ...cadenceColumns(cadence), query },
      ...{ createdBy: actorId, createdAt: now, nextRunAt }
    });
    await insertRecipients(tx, id, recipients);
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'report.create-schedule',
      subject: { kind: 'schedule', id },
      detail: { ...order, ...withoutNames(query) }
    });
    return success(id);
  });
}
