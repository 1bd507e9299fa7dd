import { and, count, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { submitEvaluation } from '#lib/server/credit/submit-evaluation.ts';
import { readLearnerProgress } from '#lib/server/credit/read-learner-progress.ts';
import { completions } from '#lib/server/db/schema/credit.ts';
import { evaluations } from '#lib/server/db/schema/evaluation.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import {
  evaluate,
  makeLearner,
  makePassedLearner,
  recordAttempt,
  type Learner
} from '../../support/learner.ts';

describeOnEachDatabase('submitting an evaluation', (on) => {
  const rowsOf = async (learner: Learner) => {
    const [evaluated] = await on.database.db
      .select({ rows: count() })
      .from(evaluations)
      .where(eq(evaluations.personId, learner.personId));
    const [completed] = await on.database.db
      .select({ rows: count() })
      .from(completions)
      .where(eq(completions.personId, learner.personId));
    return { evaluations: evaluated?.rows, completions: completed?.rows };
  };

  it('is refused before the assessment is passed, and nothing is kept', async () => {
    const learner = await makeLearner(on.database.db);
    await recordAttempt(on.database.db, learner, { kind: 'pre-test', itemsCorrect: 1 });
    await recordAttempt(on.database.db, learner, { kind: 'assessment', itemsCorrect: 7 });
    expect(await evaluate(on.database.db, learner)).toEqual({ ok: false, problem: 'not-passed' });
    expect(await rowsOf(learner)).toEqual({ evaluations: 0, completions: 0 });
  });

  it('completes the activity on the UTC day when it was the last requirement', async () => {
    const learner = await makePassedLearner(on.database.db);
    const lateOnTheWestCoast = new Date('2027-01-31T18:30:00-08:00');
    expect(await evaluate(on.database.db, learner, lateOnTheWestCoast)).toEqual({
      ok: true,
      value: { completedOn: '2027-02-01', missing: [] }
    });
    expect(await readLearnerProgress(on.database.db, learner)).toMatchObject({
      evaluationSubmitted: true,
      completedOn: '2027-02-01',
      quarterCredits: null
    });
  });

  it('says what is missing where the pre-test was left out', async () => {
    const learner = await makeLearner(on.database.db);
    await recordAttempt(on.database.db, learner, { kind: 'assessment', itemsCorrect: 10 });
    expect(await evaluate(on.database.db, learner)).toEqual({
      ok: true,
      value: { completedOn: null, missing: ['pre-test'] }
    });
    expect(await rowsOf(learner)).toEqual({ evaluations: 1, completions: 0 });
  });

  it('stands as it was first sent: the same again has the same outcome, another one is told so', async () => {
    const learner = await makePassedLearner(on.database.db);
    const first = await evaluate(on.database.db, learner, new Date('2027-03-01T10:00:00Z'));
    expect(await evaluate(on.database.db, learner, new Date('2027-03-08T10:00:00Z'))).toEqual(first);
    const again = await submitEvaluation(on.database.db, {
      ...learner,
      answers: { bias: { type: 'single-choice', option: 'biased' } },
      now: new Date('2027-03-09T10:00:00Z')
    });
    expect(again).toEqual({ ok: false, problem: 'sent-before' });
    const [kept] = await on.database.db
      .select({ answers: evaluations.answers })
      .from(evaluations)
      .where(eq(evaluations.personId, learner.personId));
    expect(kept?.answers).toEqual({ bias: { type: 'single-choice', option: 'free' } });
  });

  it('is kept once when it is sent twenty times at once', async () => {
    const learner = await makePassedLearner(on.database.db);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => evaluate(on.database.db, learner)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await rowsOf(learner)).toEqual({ evaluations: 1, completions: 1 });
  });

  it('leaves audit rows for the evaluation and the completion', async () => {
    const learner = await makePassedLearner(on.database.db);
    await evaluate(on.database.db, learner);
    const found = await on.database.db
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(and(eq(auditEvents.actorId, learner.personId)))
      .orderBy(auditEvents.id);
    expect(found.map(({ action }) => action)).toEqual([
      'identity.create-person',
      'evaluation.submit',
      'credit.record-completion'
    ]);
  });
});
