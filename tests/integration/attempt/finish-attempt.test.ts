import { expect, it } from 'vitest';
import { finishAttempt } from '#lib/server/attempt/finish-attempt.ts';
import { loadResult } from '#lib/server/attempt/load-result.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON } from '../../support/learner.ts';
import { attemptRow, begin, beginPretest, storedResponses, submit } from '../../support/sitting.ts';

describeOnEachDatabase('finishing an attempt', (on) => {
  it('passes with 8 of 10, an unanswered item counting as not correct', async () => {
    const { db } = on.database;
    const sitting = await begin(db, 'assessment');
    for (let position = 1; position <= 8; position += 1) await submit(db, sitting, { position });
    await submit(db, sitting, { position: 9, right: false });
    const finished = await finishAttempt(db, { ...sitting, now: NOON });
    expect(finished).toEqual({
      ok: true,
      value: { itemsCorrect: 8, itemsTotal: 10, itemsDropped: 0, passed: true }
    });
    expect(await loadResult(db, sitting)).toMatchObject({ correct: 8, passed: true, itemsToPass: 8 });
  });

  it('does not pass with 7 of 10', async () => {
    const { db } = on.database;
    const sitting = await begin(db, 'assessment');
    for (let position = 1; position <= 10; position += 1) {
      await submit(db, sitting, { position, right: position > 3 });
    }
    const finished = await finishAttempt(db, { ...sitting, now: NOON });
    expect(finished).toMatchObject({ ok: true, value: { itemsCorrect: 7, passed: false } });
  });

  it('gives 20 requests at once, and a later one, the first outcome', async () => {
    const { db } = on.database;
    const sitting = await beginPretest(db);
    await submit(db, sitting, { position: 1 });
    const finish = (now: Date) => finishAttempt(db, { ...sitting, now });
    const all = await Promise.all(Array.from({ length: 20 }, () => finish(NOON)));
    const later = await finish(new Date('2027-02-01T00:00:00Z'));
    const outcome = { ok: true, value: { itemsCorrect: 1, itemsTotal: 5, itemsDropped: 0, passed: null } };
    for (const answer of [...all, later]) expect(answer).toEqual(outcome);
    expect((await attemptRow(db, sitting)).submittedAt).toEqual(NOON);
  });

  it('leaves no response saved and uncounted when it runs against submissions', async () => {
    const { db } = on.database;
    const rounds = on.kind === 'postgres' ? 25 : 5;
    let late = 0;
    for (let round = 0; round < rounds; round += 1) {
      const sitting = await beginPretest(db);
      const answers = [1, 2, 3, 4, 5].map((position) => submit(db, sitting, { position }));
      const finished = finishAttempt(db, { ...sitting, now: NOON });
      const saved = (await Promise.all(answers)).filter(({ ok }) => ok).length;
      const outcome = await finished;
      const stored = await storedResponses(db, sitting);
      expect(stored).toHaveLength(saved);
      expect(outcome).toMatchObject({ ok: true, value: { itemsCorrect: saved } });
      expect(await attemptRow(db, sitting)).toMatchObject({ answered: saved, itemsCorrect: saved });
      if (saved < 5) late += 1;
    }
    if (on.kind === 'postgres') expect(late, 'rounds in which the finish came between').toBeGreaterThan(0);
  });
});
