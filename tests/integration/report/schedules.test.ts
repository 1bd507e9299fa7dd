import { and, eq, like } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { WHOLE_VIEW } from '#lib/domain/report/completion-view.ts';
import { EMPTY_SCHEDULE, readScheduleForm } from '#lib/domain/report/schedule/read-schedule-form.ts';
import { auditEvents, personRoles } from '#lib/server/db/schema/identity.ts';
import { outboxMessages } from '#lib/server/db/schema/identity-mail.ts';
import { reportSchedules } from '#lib/server/db/schema/report-export.ts';
import { makeExports } from '#lib/server/report/background/make-exports.ts';
import { listExports, readExport } from '#lib/server/report/background/read-exports.ts';
import {
  deleteSchedule,
  pauseSchedule,
  resumeSchedule
} from '#lib/server/report/schedule/change-schedule.ts';
import { createSchedule } from '#lib/server/report/schedule/create-schedule.ts';
import { readSchedule } from '#lib/server/report/schedule/read-schedules.ts';
import { runDueSchedules, runScheduleNow } from '#lib/server/report/schedule/run-schedules.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { insertManyCompletions } from '../../support/many-completions.ts';
import { makePerson, type TestPerson } from '../../support/people.ts';

/** A Wednesday; completions of the tests begin on January 2. */
const WEDNESDAY = new Date('2027-01-13T12:00:00Z');
const MONDAY = new Date('2027-01-18T05:00:00Z');

describeOnEachDatabase('a report by the calendar', (on) => {
  let creator: TestPerson;
  let colleague: TestPerson;
  beforeAll(async () => {
    const { db } = on.database;
    await insertManyCompletions(db, 30);
    creator = await makePerson(db, { roles: ['admin'] });
    colleague = await makePerson(db, { roles: ['admin'] });
  });

  const order = (recipients: string[]) => {
    const read = readScheduleForm({
      ...EMPTY_SCHEDULE,
      name: 'Weekly PARS',
      timeZone: 'Europe/Berlin',
      recipients
    });
    if (!read.ok) throw new Error('The form of the test is wrong.');
    return read.value;
  };
  const create = async (recipients = [creator.id, colleague.id]) => {
    const { db } = on.database;
    const input = { order: order(recipients), view: WHOLE_VIEW, actorId: creator.id, now: WEDNESDAY };
    const created = await createSchedule(db, input);
    if (!created.ok) throw new Error(created.problem);
    return created.value;
  };
  const make = (now: Date) =>
    makeExports({
      database: on.database,
      address: 'https://cme.example.org',
      signal: new AbortController().signal,
      clock: () => now
    });
  const filesOf = async (scheduleId: string) =>
    (await listExports(on.database.db, { beyond: null, scheduleId })).exports;
  const lettersOf = (exportId: string) =>
    on.database.db
      .select({ address: outboxMessages.address, subject: outboxMessages.subject, body: outboxMessages.body })
      .from(outboxMessages)
      .where(like(outboxMessages.dedupeKey, `%${exportId}%`));

  it('makes one file a run over all instances, of the last whole week, and tells who is an admin still', async () => {
    const { db } = on.database;
    const id = await create();
    expect(await runDueSchedules(db, new Date(MONDAY.getTime() - 1))).toBe(0);
    const started = await Promise.all([runDueSchedules(db, MONDAY), runDueSchedules(db, MONDAY)]);
    expect(started.toSorted()).toEqual([0, 1]);
    const [file, ...others] = await filesOf(id);
    expect(others).toEqual([]);
    expect(file).toMatchObject({
      ...{ way: 'schedule', state: 'waiting', query: 'from=2027-01-11&to=2027-01-17' },
      ...{ fileName: 'weekly-pars-2027-01-11-2027-01-17.csv', scheduleName: 'Weekly PARS', requestedBy: null }
    });
    const { schedule } = (await readSchedule(db, id)) ?? {};
    expect(schedule).toMatchObject({ lastRunAt: MONDAY, nextRunAt: new Date('2027-01-25T05:00:00Z') });
    await db
      .delete(personRoles)
      .where(and(eq(personRoles.personId, colleague.id), eq(personRoles.role, 'admin')));
    await make(MONDAY);
    expect(await readExport(db, file?.id ?? '')).toMatchObject({ state: 'finished', rowsWritten: 7 });
    const letters = await lettersOf(file?.id ?? '');
    expect(letters.map(({ address }) => address)).toEqual([creator.email]);
    expect(letters[0]?.subject).toBe('Report ready: Weekly PARS');
    expect(letters[0]?.body).toContain(`https://cme.example.org/admin/reports/exports/${file?.id}`);
    expect(letters[0]?.body).toContain('It holds 7 completions.');
    expect(letters[0]?.body).toContain('kept until 2027-01-25 05:00 UTC');
  });

  it('goes to admins alone', async () => {
    const clinician = await makePerson(on.database.db);
    const input = { order: order([clinician.id]), view: WHOLE_VIEW, actorId: creator.id, now: WEDNESDAY };
    expect(await createSchedule(on.database.db, input)).toEqual({ ok: false, problem: 'not-an-admin' });
  });

  it('tells who set it up when a file cannot be made, once', async () => {
    const { db } = on.database;
    const id = await create([creator.id]);
    await db.update(reportSchedules).set({ query: 'profession=wizard' }).where(eq(reportSchedules.id, id));
    const exportId = await runScheduleNow(db, { id, actorId: creator.id, now: WEDNESDAY });
    await make(WEDNESDAY);
    const letters = await lettersOf(exportId ?? '');
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ address: creator.email, subject: 'Report failed: Weekly PARS' });
    expect(letters[0]?.body).toMatch(/view cannot be read/);
  });

  it('is paused, resumed without what was missed, and deleted; its files stay, and each step is on record', async () => {
    const { db } = on.database;
    const id = await create([creator.id]);
    const changing = { id, actorId: creator.id, now: WEDNESDAY };
    await pauseSchedule(db, changing);
    expect(await runDueSchedules(db, MONDAY), 'the schedules of other tests have run or will').toBeLessThan(
      3
    );
    expect(await filesOf(id)).toEqual([]);
    await resumeSchedule(db, { ...changing, now: MONDAY });
    expect((await readSchedule(db, id))?.schedule.nextRunAt).toEqual(new Date('2027-01-25T05:00:00Z'));
    const exportId = await runScheduleNow(db, { ...changing, now: MONDAY });
    expect(await deleteSchedule(db, changing)).toBe(true);
    expect(await deleteSchedule(db, changing), 'it is gone').toBe(false);
    expect(await readExport(db, exportId ?? '')).toMatchObject({ way: 'schedule', scheduleId: null });
    await make(MONDAY);
    expect(await lettersOf(exportId ?? ''), 'nobody is told of what was deleted').toEqual([]);
    const actions = await db
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id);
    expect(actions.map(({ action }) => action.replace('report.', ''))).toEqual([
      'create-schedule',
      'pause-schedule',
      'resume-schedule',
      'run-schedule',
      'delete-schedule'
    ]);
  });
});
