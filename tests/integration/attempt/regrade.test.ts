import { eq, inArray, like } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { fingerprintOf } from '#lib/domain/attempt/dry-run.ts';
import type { Response } from '#lib/domain/attempt/response.ts';
import { nextStep } from '#lib/domain/credit/next-step.ts';
import { applyRegrade, previewRegrade } from '#lib/server/attempt/apply-regrade.ts';
import { finishAttempt } from '#lib/server/attempt/finish-attempt.ts';
import { loadResult } from '#lib/server/attempt/load-result.ts';
import { previewUndo, undoRegrade } from '#lib/server/attempt/undo-regrade.ts';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { readLearnerProgress } from '#lib/server/credit/read-learner-progress.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { attempts } from '#lib/server/db/schema/attempt.ts';
import { credits } from '#lib/server/db/schema/credit.ts';
import { outboxMessages } from '#lib/server/db/schema/identity-mail.ts';
import { completionSummaries } from '#lib/server/db/schema/report-summary.ts';
import { readKeyedItems } from '#lib/server/question-bank/read-keyed-items.ts';
import { evidenceOf, reportedScore } from '../../support/told-of-score.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { evaluate, makeLearner, NOON, recordAttempt, type Learner } from '../../support/learner.ts';
import {
  actOf,
  insertSittings,
  lookAhead,
  makeDecider,
  regrade,
  regradeAsSeen,
  type MadeSitting
} from '../../support/regraded.ts';
import { attemptRow, begin, places, submit, type Sitting } from '../../support/sitting.ts';

type Looked = { form: string[]; right: Response; wrong: Response; sitting: Sitting };

/** Somebody who answered seven of ten, and not the item that is looked at; with a form that begins with that item. */
async function sitWithSeven(db: Executor): Promise<Looked> {
  const sitting = await begin(db, 'assessment');
  const drawn = await places(db, sitting);
  const items = await readKeyedItems(
    db,
    drawn.map(({ itemVersionId }) => itemVersionId)
  );
  const looked = drawn.find(({ itemVersionId }) => items.get(itemVersionId)?.type === 'single');
  const item = items.get(looked?.itemVersionId ?? '');
  if (!looked || item?.type !== 'single') throw new Error('The form has no item with a single key.');
  const missed = drawn.filter(({ position }) => position !== looked.position).slice(0, 2);
  for (const { position } of drawn)
    await submit(db, sitting, {
      position,
      right: position !== looked.position && !missed.some((m) => m.position === position)
    });
  await finishAttempt(db, { ...sitting, now: NOON });
  const distractor = item.options.find(({ id }) => !item.key.includes(id))?.id ?? '';
  const others = drawn.filter(({ position }) => position !== looked.position);
  return {
    sitting,
    form: [looked, ...others].map(({ itemVersionId }) => itemVersionId),
    right: { type: 'single', option: item.key[0] ?? '' },
    wrong: { type: 'single', option: distractor }
  };
}

const times = (count: number, made: MadeSitting) => Array.from({ length: count }, () => made);

const scorePercent = async (db: Executor, { personId }: { personId: string }) => {
  const rows = await db.select().from(completionSummaries).where(eq(completionSummaries.personId, personId));
  return rows.map((row) => row.scorePercent);
};

const creditsOf = (db: Executor, { personId }: Learner) =>
  db.select().from(credits).where(eq(credits.personId, personId));

describeOnEachDatabase('a regrade', (on) => {
  it('that helps 37 of 400 says so before it is done, does it, and is undone; a pass and credit stay', async () => {
    const { db } = on.database;
    const { id: actorId } = await makeDecider(db);
    const { sitting, form, right, wrong } = await sitWithSeven(db);
    const credited = await makeLearner(db);
    await recordAttempt(db, credited, { kind: 'pre-test', itemsCorrect: 2 });
    const missed = { response: wrong, isRight: false };
    const made = await insertSittings(db, {
      form,
      sittings: [
        { response: right, isRight: true, others: 7, personId: credited.personId },
        { ...missed, others: 7, isOpen: true },
        ...times(20, { ...missed, others: 7 }),
        ...times(16, { ...missed, others: 3 }),
        ...times(361, { response: right, isRight: true, others: 8 }),
        { response: null, isRight: false, others: 7 }
      ]
    });
    const [, late] = made;
    const silent = made.at(-1);
    if (!late || !silent) throw new Error('There are no attempts.');
    await evaluate(db, credited);
    expect(await claimCredit(db, { ...credited, quarterCredits: 2, now: NOON })).toMatchObject({ ok: true });
    const awarded = await creditsOf(db, credited);

    const proposed = {
      itemVersionId: form[0] ?? '',
      regrade: { kind: 'accept-key' as const, accepted: [wrong] },
      reason: 'A trial of 2026 shows the same.'
    };
    const dryRun = await lookAhead(db, proposed);
    const counts = { attempts: 400, rises: 37, falls: 0, stays: 363, passesNow: 21, keepsPass: 0 };
    expect(dryRun).toMatchObject(counts);
    expect(await previewRegrade(db, proposed)).toMatchObject({ value: { openAttempts: 1 } });
    expect(await attemptRow(db, sitting)).toMatchObject({ itemsCorrect: 7, passed: false });

    const act = actOf(actorId, fingerprintOf(dryRun));
    const unseen = await applyRegrade(db, { ...proposed, act: { ...act, seen: 'something else' } });
    expect(unseen).toMatchObject({ ok: false, problem: { kind: 'moved', dryRun: counts } });
    const done = await applyRegrade(db, { ...proposed, act });
    expect(done).toMatchObject({ ok: true, value: { changed: 37 } });
    if (!done.ok) return;
    const { regradeId } = done.value;
    expect(await applyRegrade(db, { ...proposed, act })).toEqual({
      ok: false,
      problem: { kind: 'in-force' }
    });

    expect(await attemptRow(db, sitting)).toMatchObject({ itemsCorrect: 8, itemsDropped: 0, passed: true });
    const result = await loadResult(db, sitting);
    expect(result).toMatchObject({ correct: 8, counted: 10, passed: true, itemsToPass: 8, keepsPass: false });
    const said =
      result?.kind === 'scored' ? result.items.flatMap(({ feedback }) => feedback?.decision ?? []) : [];
    expect(said).toEqual([
      { words: expect.stringMatching(/^[A-Z] is accepted too\.$/), reason: proposed.reason }
    ]);
    const learner = { personId: sitting.personId, activityVersionId: credited.activityVersionId };
    expect(nextStep(await readLearnerProgress(db, learner))).toMatchObject({
      label: 'Fill in the evaluation'
    });
    const letters = await db.select().from(outboxMessages).where(like(outboxMessages.dedupeKey, 'regrade:%'));
    expect(letters).toHaveLength(37);
    const own = letters.find(({ personId }) => personId === sitting.personId);
    expect(own?.body).toContain('Your result was 7 of 10 and is now 8 of 10.');
    expect(own?.body).toContain('Evaluation and credit are open to you now');
    expect(own?.body).toContain(`https://cme.example.org/attempts/${sitting.attemptId}/result`);
    expect(await finishAttempt(db, { ...late, now: NOON })).toMatchObject({
      value: { itemsCorrect: 8, passed: true }
    });
    await evaluate(db, learner);
    expect(await scorePercent(db, sitting)).toEqual([80]);
    expect(await reportedScore(on.database, sitting)).toEqual({
      exported: '8 of 10',
      list: expect.stringContaining('8 of 10 (80%)')
    });

    const back = await previewUndo(db, regradeId);
    if (back === null) throw new Error('No dry run.');
    expect(back.dryRun).toMatchObject({ attempts: 401, rises: 0, falls: 38, passesNow: 0, keepsPass: 22 });
    const undo = {
      regradeId,
      reason: 'The trial was retracted.',
      act: actOf(actorId, fingerprintOf(back.dryRun))
    };
    expect(await undoRegrade(db, undo)).toMatchObject({ ok: true, value: { changed: 38 } });
    expect(await undoRegrade(db, undo)).toEqual({ ok: false, problem: { kind: 'not-in-force' } });
    expect(await attemptRow(db, sitting)).toMatchObject({ itemsCorrect: 7, passed: true });
    expect(await attemptRow(db, late)).toMatchObject({ itemsCorrect: 7, passed: true });
    expect(await loadResult(db, sitting)).toMatchObject({ correct: 7, passed: true, keepsPass: true });
    expect(await scorePercent(db, sitting)).toEqual([70]);
    const { facts, regrades } = await evidenceOf(db, sitting);
    expect(facts).toEqual(['7 of 10 items', 'Passed']);
    expect(regrades).toHaveLength(2);
    expect(regrades[0]).toMatch(
      /is accepted too\. Reason: A trial of 2026 shows the same\. .* from 7 of 10, not passed, to 8/
    );
    expect(regrades[1]).toMatch(
      /taken back .* Reason: The trial was retracted\. .* from 8 of 10, passed, to 7 of 10, passed/
    );

    const dropId = await regrade(db, { ...proposed, regrade: { kind: 'drop-item' }, actorId });
    expect(await scorePercent(db, credited)).toEqual([77]);
    expect(await creditsOf(db, credited)).toEqual(awarded);
    expect(await reportedScore(on.database, credited)).toEqual({
      exported: '7 of 9',
      list: expect.stringContaining('7 of 9 (77%)')
    });
    expect((await evidenceOf(db, credited)).facts).toEqual(['7 of 9 items', '1', 'Passed']);
    expect(await loadResult(db, sitting)).toMatchObject({ correct: 7, counted: 9, itemsToPass: 8 });
    expect(await attemptRow(db, late)).toMatchObject({ itemsCorrect: 7, itemsDropped: 1 });
    const returned = await previewUndo(db, dropId);
    if (returned === null) throw new Error('No dry run.');
    const again = { reason: 'It counts after all.', act: actOf(actorId, fingerprintOf(returned.dryRun)) };
    expect(await undoRegrade(db, { regradeId: dropId, ...again })).toMatchObject({ value: { changed: 401 } });
    expect(await scorePercent(db, credited)).toEqual([80]);
    expect(await attemptRow(db, late)).toMatchObject({ itemsCorrect: 7, itemsDropped: 0, passed: true });

    const everyone = { ...proposed, regrade: { kind: 'full-mark' as const } };
    expect(await lookAhead(db, everyone)).toMatchObject({ attempts: 401, rises: 39, falls: 0, passesNow: 1 });
    const everyoneId = await regrade(db, { ...everyone, actorId });
    expect(await attemptRow(db, silent)).toMatchObject({ answered: 9, itemsCorrect: 8, passed: true });
    const last = await previewUndo(db, everyoneId);
    if (last === null) throw new Error('No dry run.');
    const end = { reason: 'Enough.', act: actOf(actorId, fingerprintOf(last.dryRun)) };
    expect(await undoRegrade(db, { regradeId: everyoneId, ...end })).toMatchObject({
      value: { changed: 39 }
    });
    expect(await attemptRow(db, silent)).toMatchObject({ itemsCorrect: 7, passed: true });
  });

  it('leaves none of the attempts scored the old way that 16 clients finish meanwhile', async () => {
    const { db } = on.database;
    const { id: actorId } = await makeDecider(db);
    const { form, right, wrong } = await sitWithSeven(db);
    const open = { others: 7, isOpen: true };
    const sittings = await insertSittings(db, {
      form,
      sittings: [
        ...times(8, { ...open, response: right, isRight: true }),
        ...times(8, { ...open, response: wrong, isRight: false })
      ]
    });
    const finish = (sitting: Sitting) => finishAttempt(db, { ...sitting, now: NOON });
    const asked = {
      itemVersionId: form[0] ?? '',
      regrade: { kind: 'accept-key' as const, accepted: [wrong] },
      reason: 'Both hold.',
      actorId
    };
    const seen = await lookAhead(db, asked);
    // Each finish has fewer steps than the regrade: without the lock they would all end in the midst of it.
    await Promise.all([regradeAsSeen(db, asked, seen), ...sittings.map(finish)]);
    const ids = sittings.map(({ attemptId }) => attemptId);
    const rows = await db.select().from(attempts).where(inArray(attempts.id, ids));
    expect(rows.map(({ state, itemsCorrect, passed }) => ({ state, itemsCorrect, passed }))).toEqual(
      times(16, { response: null, isRight: true, others: 0 }).map(() => ({
        state: 'submitted',
        itemsCorrect: 8,
        passed: true
      }))
    );
  });
});
