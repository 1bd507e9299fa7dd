import { nextRuns } from '#lib/domain/report/schedule/next-runs.ts';
import type { ScheduleEntry } from '#lib/domain/report/schedule/schedule.ts';
import { withoutNames } from '#lib/domain/report/without-names.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { deleteScheduleRow, lockOptionalSchedule, updateSchedule } from './queries.ts';

type Changing = { id: string; actorId: string; now: Date };

type Change = (tx: Executor, schedule: ScheduleEntry) => Promise<unknown>;

/** Does one change to a schedule, with its audit row. False: there is none of that id any more. */
function change(
  db: Executor,
  { id, actorId, now }: Changing,
  [action, does]: [string, Change]
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const schedule = await lockOptionalSchedule(tx, id);
    if (schedule === null) return false;
    await does(tx, schedule);
    const { name, query } = schedule;
    const subject = { kind: 'schedule', id };
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: `report.${action}`,
      subject,
      detail: { name, ...withoutNames(query) }
    });
    return true;
  });
}

/** Makes no file by itself until it is resumed. */
export function pauseSchedule(db: Executor, changing: Changing): Promise<boolean> {
  const { id, now } = changing;
  return change(db, changing, [
    'pause-schedule',
    (tx) => updateSchedule(tx, id, { pausedAt: now, nextRunAt: null })
  ]);
}

/** Goes on with the next run from now; what was missed meanwhile is not made up for. */
export function resumeSchedule(db: Executor, changing: Changing): Promise<boolean> {
  const { id, now } = changing;
  return change(db, changing, [
    'resume-schedule',
    (tx, schedule) => {
      const [nextRunAt = null] = nextRuns(schedule, { after: now, count: 1 });
      return updateSchedule(tx, id, { pausedAt: null, nextRunAt });
    }
  ]);
}

/** Removes a schedule; the files that it made stay for their days, and on record. */
export function deleteSchedule(db: Executor, changing: Changing): Promise<boolean> {
  return change(db, changing, ['delete-schedule', (tx) => deleteScheduleRow(tx, changing.id)]);
}
