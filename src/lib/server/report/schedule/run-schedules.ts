import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { readCompletionView, viewQuery } from '#lib/domain/report/completion-view.ts';
import { nextRuns } from '#lib/domain/report/schedule/next-runs.ts';
import { scheduledFileName, type ScheduleEntry } from '#lib/domain/report/schedule/schedule.ts';
import { spanDays, viewInSpan } from '#lib/domain/report/schedule/span-days.ts';
import { withoutNames } from '#lib/domain/report/without-names.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { insertWaitingExport } from '../background/queries.ts';
import { lockOptionalDueSchedule, lockOptionalSchedule, updateSchedule } from './queries.ts';

type Run = { actorId: string | null; now: Date; at: Date };

/** Puts the file of one run on record, to be made. Its days are those before `at`, when it should have run. */
async function startRun(tx: Executor, schedule: ScheduleEntry, { actorId, now, at }: Run): Promise<string> {
  const id = crypto.randomUUID();
  const days = spanDays(schedule.span, { at, timeZone: schedule.timeZone });
  const view = readCompletionView(new URLSearchParams(schedule.query));
  // A view that cannot be read any more goes on as it is: its making fails, and that is told.
  const query = view.ok ? viewQuery(viewInSpan(view.value, days)) : schedule.query;
  await insertWaitingExport(tx, {
    id,
    way: 'schedule',
    requestedBy: actorId,
    scheduleId: schedule.id,
    reason: schedule.name,
    query,
    format: schedule.format,
    fileName: scheduledFileName(schedule, days === null ? calendarDayOf(at) : `${days.from}-${days.to}`),
    createdAt: now
  });
  const subject = { kind: 'schedule', id: schedule.id };
  const detail = { exportId: id, ...withoutNames(query), format: schedule.format };
  await insertAuditEvent(tx, { at: now, actorId, action: 'report.run-schedule', subject, detail });
  return id;
}

function runNext(db: Executor, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const schedule = await lockOptionalDueSchedule(tx, now);
    if (schedule === null) return false;
    await startRun(tx, schedule, { actorId: null, now, at: schedule.nextRunAt ?? now });
    const [nextRunAt = null] = nextRuns(schedule, { after: now, count: 1 });
    await updateSchedule(tx, schedule.id, { lastRunAt: now, nextRunAt });
    return true;
  });
}

/**
 * Puts a file on record for every schedule that is due, one each however many runs were missed. Safe in several
 * instances at once. Returns how many.
 */
export async function runDueSchedules(db: Executor, now: Date): Promise<number> {
  let started = 0;
  while (await runNext(db, now)) started += 1;
  return started;
}

/** Runs a schedule now, beside its times. Returns the id of the export; null: there is no such schedule any more. */
export function runScheduleNow(
  db: Executor,
  { id, actorId, now }: { id: string; actorId: string; now: Date }
): Promise<string | null> {
  return db.transaction(async (tx) => {
    const schedule = await lockOptionalSchedule(tx, id);
    if (schedule === null) return null;
    await updateSchedule(tx, id, { lastRunAt: now });
    return startRun(tx, schedule, { actorId, now, at: now });
  });
}
