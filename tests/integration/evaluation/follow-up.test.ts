import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { followUps } from '#lib/server/db/schema/evaluation-follow-up.ts';
import { answerFollowUp } from '#lib/server/evaluation/answer-follow-up.ts';
import { acceptFollowUps } from '#lib/server/evaluation/accept-follow-ups.ts';
import { readFollowUp } from '#lib/server/evaluation/read-follow-up.ts';
import { readFollowUpWishes } from '#lib/server/evaluation/read-follow-up-wishes.ts';
import { unsubscribe } from '#lib/server/evaluation/refuse-follow-ups.ts';
import { sendDueFollowUps } from '#lib/server/evaluation/send-due-follow-ups.ts';
import { readKeyedItem } from '#lib/server/question-bank/read-keyed-items.ts';
import { computeOutcomes } from '#lib/server/report/compute-outcomes.ts';
import { listOutcomes } from '#lib/server/report/list-outcomes.ts';
import { readOutcomes } from '#lib/server/report/read-outcomes.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { daysOn, makeCommittedLearner, messagesTo, sendLetter } from '../../support/followed-up.ts';
import type { Learner } from '../../support/learner.ts';

describeOnEachDatabase('following up an evaluation', (on) => {
  const send = (days: number) =>
    sendDueFollowUps(on.database.db, { origin: 'https://cme.example.org', now: daysOn(days) });

  const stateOf = async ({ personId }: Learner) => {
    const [row] = await on.database.db
      .select({ state: followUps.state })
      .from(followUps)
      .where(eq(followUps.personId, personId));
    return row?.state;
  };

  it('writes to nobody who did not agree', async () => {
    const learner = await makeCommittedLearner(on.database.db, { consent: 'no' });
    await send(61);
    expect(await messagesTo(on.database.db, learner)).toEqual([]);
  });

  it('writes on the day that was agreed to, once, with the commitments in the learner’s words', async () => {
    const learner = await makeCommittedLearner(on.database.db, { consent: 'yes' });
    await send(59.9);
    expect(await messagesTo(on.database.db, learner)).toEqual([]);
    await Promise.all([send(60), send(60), send(60)]);
    await send(70);
    const [message, ...more] = await messagesTo(on.database.db, learner);
    expect(more).toEqual([]);
    expect(message?.body).toContain('  - Ask which assay was used before I act on a PD-L1 result');
    expect(message?.body).toContain('  - Call the laboratory first');
    expect(message?.unsubscribeUrl).toMatch(/^https:\/\/cme\.example\.org\/unsubscribe\/[\w-]{43}$/);
    expect(await stateOf(learner)).toBe('sent');
  });

  it('shows no key before the answer, and all of it after', async () => {
    const learner = await makeCommittedLearner(on.database.db, { consent: 'yes' });
    const { token } = await sendLetter(on.database.db, learner);
    const open = await readFollowUp(on.database.db, { token, now: daysOn(61) });
    expect(open?.questions).toHaveLength(4);
    expect(open?.questions.every(({ feedback }) => feedback === null)).toBe(true);
    for (const { item } of open?.questions ?? []) {
      const { options } = await readKeyedItem(on.database.db, item.versionId);
      for (const { rationale } of options) expect(JSON.stringify(open)).not.toContain(rationale);
    }
    const fields = new Map([
      ['commitment-1', ['made']],
      ['commitment-2', ['not-yet']],
      ['barriers-2', ['time', 'nonsense']],
      ['option-1', ['a']]
    ]);
    const first = open?.questions[0]?.item;
    if (first && 'select' in first && first.select > 1)
      fields.set('option-1', ['a', 'b', 'c'].slice(0, first.select));
    expect(await answerFollowUp(on.database.db, { token, fields, now: daysOn(61) })).toMatchObject({
      ok: true
    });
    const answered = await readFollowUp(on.database.db, { token, now: daysOn(62) });
    expect(answered?.state).toBe('answered');
    expect(answered?.commitments.map(({ status, barriers }) => [status, barriers])).toEqual([
      ['made', []],
      ['not-yet', ['time']]
    ]);
    expect(answered?.questions.every(({ feedback }) => feedback !== null)).toBe(true);
  });

  it('keeps the first answers, whoever sends the form again', async () => {
    const learner = await makeCommittedLearner(on.database.db, { consent: 'yes' });
    const { token } = await sendLetter(on.database.db, learner);
    const answer = (status: string) =>
      answerFollowUp(on.database.db, {
        token,
        fields: new Map([['commitment-1', [status]]]),
        now: daysOn(61)
      });
    const outcomes = await Promise.all(['made', 'partly', 'made', 'not-yet'].map(answer));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const kept = await readFollowUp(on.database.db, { token, now: daysOn(61) });
    await answer('given-up');
    expect((await readFollowUp(on.database.db, { token, now: daysOn(61) }))?.commitments).toEqual(
      kept?.commitments
    );
    const events = await on.database.db
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(eq(auditEvents.actorId, learner.personId));
    expect(events.filter(({ action }) => action === 'evaluation.answer-follow-up')).toHaveLength(1);
  });

  it('refuses an empty form, options that were not offered, and answers that come too late', async () => {
    const learner = await makeCommittedLearner(on.database.db, { consent: 'yes' });
    const { token } = await sendLetter(on.database.db, learner);
    const answer = (fields: [string, string[]][], days = 61) =>
      answerFollowUp(on.database.db, { token, fields: new Map(fields), now: daysOn(days) });
    expect(await answer([])).toMatchObject({
      problem: { kind: 'problems', problems: [{ field: 'commitment-1' }] }
    });
    expect(await answer([['option-1', ['zz']]])).toMatchObject({
      problem: { kind: 'problems', problems: [{ field: 'option-1' }] }
    });
    expect(await answer([['commitment-1', ['made']]], 121)).toMatchObject({ problem: { kind: 'over' } });
    expect((await readFollowUp(on.database.db, { token, now: daysOn(121) }))?.state).toBe('over');
    expect(await stateOf(learner)).toBe('sent');
  });

  it('stops at one click: what is planned and what waits is taken back, and stays so', async () => {
    const planned = await makeCommittedLearner(on.database.db, { consent: 'yes' });
    const learner = await makeCommittedLearner(on.database.db, { consent: 'yes' });
    const { stopToken } = await sendLetter(on.database.db, learner);
    expect(await unsubscribe(on.database.db, { token: stopToken, now: daysOn(61) })).toBe(true);
    expect(await unsubscribe(on.database.db, { token: stopToken, now: daysOn(61) })).toBe(true);
    expect(await unsubscribe(on.database.db, { token: 'no-such-token', now: daysOn(61) })).toBe(false);
    const [message] = await messagesTo(on.database.db, learner);
    expect(message?.cancelledAt).not.toBeNull();
    expect((await readFollowUpWishes(on.database.db, learner.personId)).wants).toBe(false);
    expect((await readFollowUpWishes(on.database.db, planned.personId)).wants).toBe(true);
    await acceptFollowUps(on.database.db, { personId: learner.personId, now: daysOn(62) });
    expect((await readFollowUpWishes(on.database.db, learner.personId)).wants).toBe(true);
    await send(62);
    expect(await messagesTo(on.database.db, learner)).toHaveLength(1);
  });

  it('feeds the outcomes, and holds small numbers back', async () => {
    for (const status of ['made', 'made', 'made', 'made', 'made', 'partly']) {
      const learner = await makeCommittedLearner(on.database.db, { consent: 'yes' });
      const { token } = await sendLetter(on.database.db, learner);
      const fields = new Map([['commitment-1', [status]]]);
      await answerFollowUp(on.database.db, { token, fields, now: daysOn(61) });
    }
    await computeOutcomes(on.database.db, { now: daysOn(62) });
    const [listed] = await listOutcomes(on.database.db);
    const page = await readOutcomes(on.database.db, listed?.id ?? '');
    const [result] = page?.computed?.outcomes.followUps ?? [];
    expect(result?.days).toBe(60);
    expect(result?.answered).toBeGreaterThanOrEqual(6);
    expect(result?.itemsCorrectPercent).toBeNull();
    expect(result?.statuses.find(({ id }) => id === 'partly')?.count).toBeNull();
  });
});
