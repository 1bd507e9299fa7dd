import { expect, it, onTestFinished } from 'vitest';
import { cancelMessage } from '#lib/server/identity/cancel-message.ts';
import { openMailer } from '#lib/server/identity/mailer.ts';
import { readOutbox } from '#lib/server/identity/read-outbox.ts';
import { retryMessage } from '#lib/server/identity/retry-message.ts';
import { sendOutbox } from '#lib/server/identity/send-outbox.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { daysOn, makeCommittedLearner, messagesTo, sendLetter } from '../../support/followed-up.ts';
import type { Learner } from '../../support/learner.ts';
import { startMailServer } from '../../support/mail-server.ts';

/** The text of a message that went over the wire as quoted-printable. */
const decode = (text: string) =>
  Buffer.from(
    text
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1'
  ).toString('utf8');

describeOnEachDatabase('the outbox', (on) => {
  const open = async () => {
    const server = await startMailServer();
    const mailer = openMailer({ url: server.url, from: 'Footnote <cme@example.org>' });
    onTestFinished(async () => {
      mailer.close();
      await server.stop();
    });
    const send = (days: number) => sendOutbox(on.database.db, { mailer, clock: () => daysOn(days) });
    return { server, send };
  };

  const only = async (learner: Learner) => {
    const [message] = await messagesTo(on.database.db, learner);
    if (!message) throw new Error('There is no message.');
    return message;
  };

  it('hands each message to the mail server once, also to several at once', async () => {
    const { server, send } = await open();
    const learner = await makeCommittedLearner(on.database.db, { consent: 'yes' });
    const { stopToken } = await sendLetter(on.database.db, learner);
    await Promise.all([send(60), send(60), send(60)]);
    await send(90);
    const message = await only(learner);
    const taken = server.taken.filter(({ to }) => to.includes(message.address));
    expect(taken).toHaveLength(1);
    const text = decode(taken[0]?.text ?? '');
    expect(text).toContain('From: Footnote <cme@example.org>');
    const unfolded = text.replaceAll(/\r\n[ \t]+/g, ' ');
    expect(unfolded).toContain(`List-Unsubscribe: <https://cme.example.org/unsubscribe/${stopToken}>`);
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(text).toContain('Call the laboratory first');
    expect(message.sentAt).toEqual(daysOn(60));
  });

  it('waits where no mail server takes it, is tried again later and by an admin', async () => {
    const { server, send } = await open();
    const learner = await makeCommittedLearner(on.database.db, { consent: 'yes' });
    await sendLetter(on.database.db, learner);
    server.refuseWith('the mailbox is full');
    await send(60);
    const refused = await only(learner);
    expect(refused).toMatchObject({
      sentAt: null,
      tries: 1,
      lastError: expect.stringContaining('mailbox is full')
    });
    expect(refused.notBefore.getTime() - daysOn(60).getTime()).toBe(5 * 60_000);
    server.refuseWith(null);
    await send(60);
    expect((await only(learner)).sentAt).toBeNull();
    const which = { messageId: refused.id, actorId: learner.personId, now: daysOn(60) };
    expect(await retryMessage(on.database.db, which)).toBe(true);
    await send(60);
    expect((await only(learner)).sentAt).not.toBeNull();
    expect(await retryMessage(on.database.db, which)).toBe(false);
    expect(await cancelMessage(on.database.db, which)).toBe(false);
  });

  it('sends nothing that was taken back, and shows an admin no link that acts for its reader', async () => {
    const { server, send } = await open();
    const learner = await makeCommittedLearner(on.database.db, { consent: 'yes' });
    const { token, stopToken } = await sendLetter(on.database.db, learner);
    const { id, address } = await only(learner);
    const waiting = await readOutbox(on.database.db, { state: 'waiting', before: null });
    const shown = JSON.stringify(waiting.messages);
    expect(shown).toContain(address);
    expect(shown).not.toContain(token);
    expect(shown).not.toContain(stopToken);
    expect(
      await cancelMessage(on.database.db, { messageId: id, actorId: learner.personId, now: daysOn(60) })
    ).toBe(true);
    await send(61);
    expect(server.taken.filter(({ to }) => to.includes(address))).toEqual([]);
    const back = await readOutbox(on.database.db, { state: 'cancelled', before: null });
    expect(back.messages.map((message) => message.id)).toContain(id);
  });
});
