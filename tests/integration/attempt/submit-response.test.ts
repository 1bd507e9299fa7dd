import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findSender } from '#lib/server/attempt/find-sender.ts';
import { finishAttempt } from '#lib/server/attempt/finish-attempt.ts';
import { flagItem } from '#lib/server/attempt/flag-item.ts';
import { ruleOutOption } from '#lib/server/attempt/rule-out-option.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { auditEvents, people } from '#lib/server/db/schema/identity.ts';
import { endSession, startSession } from '#lib/server/identity/session.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';
import {
  answerFields,
  attemptRow,
  begin,
  beginPretest,
  question,
  storedResponses,
  submit,
  type Sitting
} from '../../support/sitting.ts';

const key = () => crypto.randomUUID();

const auditRows = (db: Executor, { attemptId }: Sitting) =>
  db
    .select({ actorId: auditEvents.actorId, at: auditEvents.at, detail: auditEvents.detail })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, attemptId), eq(auditEvents.action, 'attempt.submit-response')))
    .orderBy(auditEvents.id);

describeOnEachDatabase('submitting a response', (on) => {
  it('stores it once when 50 identical requests arrive at once, and acknowledges them all', async () => {
    const { db } = on.database;
    const sitting = await beginPretest(db);
    const same = {
      position: 1,
      idempotencyKey: key(),
      fields: await answerFields(db, sitting, { position: 1 })
    };
    const all = await Promise.all(Array.from({ length: 50 }, () => submit(db, sitting, same)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(all.filter((answer) => answer.ok && answer.value.outcome === 'stored')).toHaveLength(1);
    expect(await storedResponses(db, sitting)).toHaveLength(1);
    expect((await attemptRow(db, sitting)).answered).toBe(1);
  });

  it('counts each item once, however often its response is changed', async () => {
    const { db } = on.database;
    const sitting = await beginPretest(db);
    for (const sequence of [1, 2, 3]) {
      await submit(db, sitting, { position: 1, sequence, right: sequence !== 2 });
      await submit(db, sitting, { position: 4, sequence, right: false });
    }
    expect(await storedResponses(db, sitting)).toMatchObject([
      { position: 1, sequence: 3, correct: true },
      { position: 4, sequence: 3, correct: false }
    ]);
    expect((await attemptRow(db, sitting)).answered).toBe(2);
  });

  it('takes of many changes at once what is newer than what is stored, each with its audit row', async () => {
    const { db } = on.database;
    const sitting = await beginPretest(db);
    const sent = [3, 1, 8, 2, 5, 7, 4, 6].map((sequence) =>
      submit(db, sitting, { position: 1, sequence, right: sequence % 2 === 0 })
    );
    const all = await Promise.all(sent);
    const stored = all.filter((answer) => answer.ok && answer.value.outcome === 'stored').length;
    const refused = all.filter((answer) => !answer.ok && answer.problem.kind === 'stale-sequence').length;
    const replayed = all.filter((answer) => answer.ok && answer.value.outcome === 'replayed').length;
    expect(stored + refused + replayed).toBe(8);
    expect(await storedResponses(db, sitting)).toMatchObject([{ sequence: 8, correct: true }]);
    expect((await attemptRow(db, sitting)).answered).toBe(1);
    expect(await auditRows(db, sitting)).toHaveLength(stored);
  });

  it('refuses an older tab and shows it what is stored', async () => {
    const { db } = on.database;
    const sitting = await beginPretest(db);
    await submit(db, sitting, { position: 1, sequence: 1 });
    await submit(db, sitting, { position: 1, sequence: 2, right: false });
    const late = await submit(db, sitting, { position: 1, sequence: 2 });
    const { response } = await question(db, sitting, 1);
    expect(late).toEqual({ ok: false, problem: { kind: 'stale-sequence', stored: response } });
    expect(await storedResponses(db, sitting)).toMatchObject([{ sequence: 2, correct: false }]);
  });

  it('keeps the first response in practice, and shows its feedback at once', async () => {
    const { db } = on.database;
    const sitting = await begin(db, 'practice');
    expect((await question(db, sitting, 1)).feedback).toBeNull();
    await submit(db, sitting, { position: 1, right: false });
    const second = await submit(db, sitting, { position: 1, sequence: 2 });
    expect(second).toMatchObject({ ok: false, problem: { kind: 'already-answered' } });
    const { feedback, isOpen, saved } = await question(db, sitting, 1);
    expect(feedback).toMatchObject({ outcome: 'not-correct' });
    expect(isOpen).toBe(false);
    expect(saved).toEqual({ position: 1, at: NOON });
    expect((await question(db, sitting, 2)).saved, 'the next page says it too').toEqual(saved);
  });

  it('gives the first outcome to the same request after the attempt was finished, and refuses others', async () => {
    const { db } = on.database;
    const sitting = await beginPretest(db);
    const request = { position: 1, idempotencyKey: key() };
    await submit(db, sitting, request);
    await finishAttempt(db, { ...sitting, now: NOON });
    expect(await submit(db, sitting, request)).toMatchObject({ ok: true, value: { outcome: 'replayed' } });
    const refusal = { ok: false, problem: { kind: 'attempt-submitted', stored: null } };
    expect(await submit(db, sitting, { position: 2 })).toEqual(refusal);
    expect((await attemptRow(db, sitting)).answered).toBe(1);
  });

  it("does not find another person's attempt, nor a position that the form lacks", async () => {
    const { db } = on.database;
    const sitting = await beginPretest(db);
    const fields = await answerFields(db, sitting, { position: 1 });
    const stranger = { ...sitting, personId: (await makePerson(db)).id };
    const notFound = { ok: false, problem: { kind: 'not-found' } };
    expect(await submit(db, stranger, { position: 1, fields })).toEqual(notFound);
    expect(await submit(db, sitting, { position: 6, fields })).toEqual(notFound);
    expect(await flagItem(db, { ...stranger, position: 1, flagged: true, now: NOON })).toEqual({
      ok: false,
      problem: 'not-found'
    });
    expect(await finishAttempt(db, { ...stranger, now: NOON })).toEqual({ ok: false, problem: 'not-found' });
    expect(await storedResponses(db, sitting)).toEqual([]);
  });

  it('stores nothing of a response that cannot be read', async () => {
    const { db } = on.database;
    const sitting = await beginPretest(db);
    const empty = await submit(db, sitting, { position: 1, fields: new URLSearchParams() });
    expect(empty).toEqual({ ok: false, problem: { kind: 'no-answer' } });
    expect((await attemptRow(db, sitting)).answered).toBe(0);
  });

  it('leaves an audit row for each change, and none for a request that changed nothing', async () => {
    const { db } = on.database;
    const sitting = await beginPretest(db);
    const request = { position: 1, idempotencyKey: key() };
    await submit(db, sitting, request);
    await submit(db, sitting, request);
    await submit(db, sitting, { position: 1, sequence: 2, right: false });
    expect(await auditRows(db, sitting)).toMatchObject([
      { actorId: sitting.personId, at: NOON, detail: { position: 1, sequence: 1 } },
      { actorId: sitting.personId, at: NOON, detail: { position: 1, sequence: 2 } }
    ]);
  });
});

describeOnEachDatabase('who sends a response', (on) => {
  const enter = async (db: Executor) => {
    const sitting = await beginPretest(db);
    const { id: sessionId } = await startSession(db, { personId: sitting.personId, now: NOON });
    const find = (to: Partial<{ attemptId: string; position: number; now: Date }> = {}) =>
      findSender(db, { sessionId, attemptId: sitting.attemptId, position: 2, now: NOON, ...to });
    return { ...sitting, sessionId, find };
  };

  it('is told with the place as it stands, to each who sends at the same time of their own', async () => {
    const { db } = on.database;
    const [ana, ben] = [await enter(db), await enter(db)];
    await submit(db, ben, { position: 2, sequence: 7 });
    const [anas, bens, first] = await Promise.all([ana.find(), ben.find(), ben.find({ position: 1 })]);
    expect(anas).toMatchObject({ person: { id: ana.personId }, place: { position: 2, sequence: null } });
    expect(bens).toMatchObject({ person: { id: ben.personId }, place: { position: 2, sequence: 7 } });
    expect(first).toMatchObject({ person: { id: ben.personId }, place: { position: 1, sequence: null } });
  });

  it('is nobody for the attempt of another, a place that is not there, or a session that is over', async () => {
    const { db } = on.database;
    const [ana, ben] = [await enter(db), await enter(db)];
    expect(await ana.find({ attemptId: ben.attemptId })).toBeNull();
    expect(await ana.find({ position: 999 })).toBeNull();
    expect(
      await ana.find({ now: new Date(NOON.getTime() + 60 * 60 * 1000) }),
      'a visit to be noted'
    ).toBeNull();
    expect(await ana.find()).not.toBeNull();
    await db.update(people).set({ disabledAt: NOON }).where(eq(people.id, ana.personId));
    expect(await ana.find()).toBeNull();
    await endSession(db, { sessionId: ben.sessionId, now: NOON });
    expect(await ben.find()).toBeNull();
  });
});

describeOnEachDatabase('marks on an item', (on) => {
  it('are kept: a flag, and options that are ruled out', async () => {
    const { db } = on.database;
    const sitting = await beginPretest(db);
    const place = { ...sitting, position: 2, now: NOON };
    await flagItem(db, { ...place, flagged: true });
    await ruleOutOption(db, { ...place, option: 'b', ruledOut: true });
    await ruleOutOption(db, { ...place, option: 'b', ruledOut: true });
    expect(await question(db, sitting, 2)).toMatchObject({ flagged: true, ruledOut: ['b'] });
    await flagItem(db, { ...place, flagged: false });
    await ruleOutOption(db, { ...place, option: 'b', ruledOut: false });
    expect(await question(db, sitting, 2)).toMatchObject({ flagged: false, ruledOut: [] });
    const unknown = await ruleOutOption(db, { ...place, option: 'zz', ruledOut: true });
    expect(unknown).toEqual({ ok: false, problem: 'unknown-option' });
  });

  it('cannot be made once the attempt is finished', async () => {
    const { db } = on.database;
    const sitting = await beginPretest(db);
    await finishAttempt(db, { ...sitting, now: NOON });
    const place = { ...sitting, position: 1, now: NOON };
    expect(await flagItem(db, { ...place, flagged: true })).toEqual({
      ok: false,
      problem: 'attempt-submitted'
    });
  });
});
