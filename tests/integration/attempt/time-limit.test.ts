import { and, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { endOverdueAttempt, endOverdueAttempts } from '#lib/server/attempt/end-overdue.ts';
import { finishAttempt } from '#lib/server/attempt/finish-attempt.ts';
import { flagItem } from '#lib/server/attempt/flag-item.ts';
import { loadStart } from '#lib/server/attempt/load-start.ts';
import { loadTimeUp } from '#lib/server/attempt/load-time-up.ts';
import { writeResponse } from '#lib/server/attempt/submission-queries.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { responses } from '#lib/server/db/schema/attempt.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON, SAMPLE } from '../../support/learner.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';
import {
  attemptRow,
  begin,
  beginPretest,
  start,
  storedResponses,
  submit,
  type Sitting
} from '../../support/sitting.ts';
import { timeSample } from '../../support/timed-sample.ts';

const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);

const CLOSES = after(40 * 60);
const LATE = after(40 * 60 + 31);

const finishes = (db: Executor, { attemptId }: Sitting) =>
  db
    .select({ actorId: auditEvents.actorId, detail: auditEvents.detail })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, attemptId), eq(auditEvents.action, 'attempt.finish-attempt')));

const moveTo = (db: Executor, { attemptId }: Sitting, closesAt: Date) =>
  db.execute(sql`update attempts set closes_at = ${closesAt.toISOString()} where id = ${attemptId}`);

describeOnEachDatabase('an assessment with a time limit', (on) => {
  it('closes, is finished once with what was answered, and takes nothing after it', async () => {
    const { db } = on.database;
    await timeSample(db);
    const { personId, ...pretest } = await beginPretest(db);
    expect((await attemptRow(db, { ...pretest, personId })).closesAt, 'not the pre-test').toBeNull();
    await finishAttempt(db, { ...pretest, personId, now: NOON });
    const sitting = await start(db, personId, { kind: 'assessment' });
    const limit = { minutes: 40, asOf: NOON, wouldClose: CLOSES };
    const which = { slug: SAMPLE, kind: 'assessment', personId, now: NOON } as const;
    expect(await loadStart(db, which)).toMatchObject({ limit, open: { closesAt: CLOSES } });

    await submit(db, sitting, { position: 1 });
    expect((await submit(db, sitting, { position: 2, now: after(40 * 60 + 30) })).ok, 'under way').toBe(true);
    expect(await endOverdueAttempts(db, after(40 * 60 + 30)), 'and not ended yet').toBe(0);
    const late = await submit(db, sitting, { position: 3, now: LATE });
    expect(late).toMatchObject({ problem: { kind: 'time-up', stored: null, closesAt: CLOSES } });
    const mark = { ...sitting, position: 1, flagged: true, now: LATE };
    expect(await flagItem(db, mark)).toEqual({ ok: false, problem: 'time-up' });

    const both = [endOverdueAttempt(db, { ...sitting, now: LATE }), endOverdueAttempts(db, LATE)];
    expect((await Promise.all(both)).map(Number).toSorted(), 'one of them').toEqual([0, 1]);
    const ended = { state: 'submitted', submittedAt: CLOSES, itemsCorrect: 2, passed: false };
    expect(await attemptRow(db, sitting)).toMatchObject(ended);
    expect(await finishAttempt(db, { ...sitting, now: after(86_400) })).toMatchObject({
      value: { itemsCorrect: 2, closedAt: CLOSES }
    });
    const detail = { reason: 'time-up', closedAt: CLOSES.toISOString() };
    expect(await finishes(db, sitting)).toMatchObject([{ actorId: null, detail }]);
    expect(await loadTimeUp(db, sitting)).toMatchObject({ answered: 2, closedAt: CLOSES });
    const again = await submit(db, sitting, { position: 3, now: LATE });
    expect(again, 'the time ended it, not the person').toMatchObject({ problem: { kind: 'time-up' } });
    expect(await storedResponses(db, sitting)).toHaveLength(2);
  });

  it('is held to by the statement that writes and by the database, also where the closing time moved', async () => {
    const { db } = on.database;
    const sitting = await begin(db, 'assessment');
    await submit(db, sitting, { position: 1 });
    const [stored] = await storedResponses(db, sitting);
    if (!stored) throw new Error('Nothing was stored.');
    const { response } = stored;
    const row = { ...sitting, position: 2, response, correct: false, sequence: 1, replaces: null };
    const write = () => writeResponse(db, { ...row, idempotencyKey: crypto.randomUUID(), now: LATE });
    expect(await write(), 'read before it closed').toBe(false);
    await moveTo(db, sitting, after(50 * 60));
    expect(await write(), 'granted more time meanwhile').toBe(true);
    expect(await attemptRow(db, sitting)).toMatchObject({ closesAt: after(50 * 60) });
    const insert = db.insert(responses).values({ ...stored, position: 3, answeredAt: after(86_400) });
    expect(await refusedByDatabase(insert)).toMatch(/closed at/);
    expect(await refusedByDatabase(moveTo(db, sitting, NOON))).toMatch(/attempts_closes_after_start/);
  });
});
