import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { finishAttempt } from '#lib/server/attempt/finish-attempt.ts';
import { startAttempt } from '#lib/server/attempt/start-attempt.ts';
import { loadStart } from '#lib/server/attempt/load-start.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { attempts } from '#lib/server/db/schema/attempt.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { itemVersions } from '#lib/server/db/schema/question-bank.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON, SAMPLE } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';
import {
  attemptRow,
  begin,
  beginPretest,
  places,
  start,
  submit,
  type Sitting
} from '../../support/sitting.ts';

const startKind = (db: Executor, personId: string, kind: 'pre-test' | 'practice' | 'assessment') =>
  startAttempt(db, { slug: SAMPLE, kind, personId, selection: { kind: 'all' }, now: NOON });

const finish = (db: Executor, sitting: Sitting) => finishAttempt(db, { ...sitting, now: NOON });

describeOnEachDatabase('starting an attempt', (on) => {
  it('gives 20 requests at once the same attempt, drawn once', async () => {
    const { db } = on.database;
    const { id: personId } = await makePerson(db);
    const all = await Promise.all(Array.from({ length: 20 }, () => startKind(db, personId, 'pre-test')));
    const ids = new Set(all.map((started) => (started.ok ? started.value.attemptId : started.problem)));
    expect(ids.size).toBe(1);
    expect(all.filter((started) => started.ok && started.value.isNew)).toHaveLength(1);
    const rows = await db.select({ id: attempts.id }).from(attempts).where(eq(attempts.personId, personId));
    expect(rows).toHaveLength(1);
  });

  it('draws the pre-test from items that are meant for it, and the assessment with its ten', async () => {
    const { db } = on.database;
    const pretest = await beginPretest(db);
    const drawn = await places(db, pretest);
    expect(drawn).toHaveLength(5);
    for (const { itemVersionId } of drawn) {
      const [version] = await db
        .select({ usable: itemVersions.usableInPretest, status: itemVersions.status })
        .from(itemVersions)
        .where(eq(itemVersions.id, itemVersionId));
      expect(version).toEqual({ usable: true, status: 'live' });
    }
    await finish(db, pretest);
    expect(await places(db, await start(db, pretest.personId, { kind: 'assessment' }))).toHaveLength(10);
  });

  it('asks for the pre-test first', async () => {
    const { db } = on.database;
    const { id: personId } = await makePerson(db);
    expect(await startKind(db, personId, 'practice')).toEqual({ ok: false, problem: 'pretest-first' });
    expect(await startKind(db, personId, 'assessment')).toEqual({ ok: false, problem: 'pretest-first' });
  });

  it('gives three attempts at the assessment, and one at the pre-test', async () => {
    const { db } = on.database;
    const pretest = await beginPretest(db);
    await finish(db, pretest);
    const { personId } = pretest;
    expect(await startKind(db, personId, 'pre-test')).toEqual({ ok: false, problem: 'no-attempts-left' });
    for (const ordinal of [1, 2, 3]) {
      const sitting = await start(db, personId, { kind: 'assessment' });
      expect((await attemptRow(db, sitting)).ordinal).toBe(ordinal);
      await finish(db, sitting);
    }
    expect(await startKind(db, personId, 'assessment')).toEqual({ ok: false, problem: 'no-attempts-left' });
    const view = await loadStart(db, { slug: SAMPLE, kind: 'assessment', personId, now: NOON });
    expect(view).toMatchObject({
      attemptsLeft: 0,
      problem: 'no-attempts-left',
      itemsToPass: 8,
      itemCount: 10
    });
  });

  it('starts no assessment after a pass', async () => {
    const { db } = on.database;
    const sitting = await begin(db, 'assessment');
    for (let position = 1; position <= 10; position += 1) await submit(db, sitting, { position });
    expect(await finish(db, sitting)).toMatchObject({ ok: true, value: { itemsCorrect: 10, passed: true } });
    expect(await startKind(db, sitting.personId, 'assessment')).toEqual({
      ok: false,
      problem: 'already-passed'
    });
    expect((await startKind(db, sitting.personId, 'practice')).ok).toBe(true);
  });

  it('closes the open practice when another one is started, and keeps its answers', async () => {
    const { db } = on.database;
    const first = await begin(db, 'practice');
    await submit(db, first, { position: 1 });
    const second = await start(db, first.personId, { kind: 'practice' });
    expect(second.attemptId).not.toBe(first.attemptId);
    expect(await attemptRow(db, first)).toMatchObject({ state: 'submitted', answered: 1, itemsCorrect: 1 });
  });

  it('practices one objective, or only what was wrong; nothing wrong starts nothing and closes nothing', async () => {
    const { db } = on.database;
    const first = await begin(db, 'practice');
    const { personId } = first;
    const wrong = {
      slug: SAMPLE,
      kind: 'practice',
      personId,
      selection: { kind: 'wrong' },
      now: NOON
    } as const;
    expect(await startAttempt(db, wrong)).toEqual({ ok: false, problem: 'empty-form' });
    expect((await attemptRow(db, first)).state).toBe('in-progress');
    await submit(db, first, { position: 2, right: false });
    await submit(db, first, { position: 3 });
    const missed = (await places(db, first))[1]?.itemVersionId;
    const review = await start(db, personId, { kind: 'practice', selection: { kind: 'wrong' } });
    expect((await places(db, review)).map(({ itemVersionId }) => itemVersionId)).toEqual([missed]);
    const objective = { kind: 'objective', code: 'LO1' } as const;
    expect(
      await places(db, await start(db, personId, { kind: 'practice', selection: objective }))
    ).toHaveLength(3);
  });

  it('knows no assessment of an activity that does not exist', async () => {
    const { db } = on.database;
    const { id: personId } = await makePerson(db);
    const input = {
      slug: 'nothing',
      kind: 'pre-test',
      personId,
      selection: { kind: 'all' },
      now: NOON
    } as const;
    expect(await startAttempt(db, input)).toEqual({ ok: false, problem: 'no-such-assessment' });
  });

  it('leaves an audit row', async () => {
    const { db } = on.database;
    const { attemptId, personId } = await beginPretest(db);
    const rows = await db
      .select({ action: auditEvents.action, actorId: auditEvents.actorId })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectKind, 'attempt'), eq(auditEvents.subjectId, attemptId)));
    expect(rows).toEqual([{ action: 'attempt.start-attempt', actorId: personId }]);
  });
});
