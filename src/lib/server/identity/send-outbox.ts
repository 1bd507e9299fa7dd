import { isLetterOver } from '#lib/domain/identity/account-link.ts';
import { nextTry, withoutTokens } from '#lib/domain/identity/message-state.ts';
import type { Executor } from '../db/index.ts';
import { log } from '../log.ts';
import type { Mailer } from './mailer.ts';
import {
  takeDueMessage,
  updateMessageCancelled,
  updateMessageFailed,
  updateMessageSent
} from './mail-queries.ts';

/** A mail server that takes longer than this has not taken the message; then others may try. */
const LEASE = 5 * 60_000;

/** Messages in one go; what is left waits for the next. */
const MOST = 200;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500);

type Message = NonNullable<Awaited<ReturnType<typeof takeDueMessage>>>;

type Sending = { mailer: Mailer; clock: () => Date };

/** Once the reader has the letter, its links stand nowhere else: who sees the outbox cannot act for them. */
async function hand(db: Executor, message: Message, { mailer, clock }: Sending): Promise<boolean> {
  const now = clock();
  try {
    await mailer.send(message);
    await updateMessageSent(db, message.id, { body: withoutTokens(message.body), now: clock() });
    return true;
  } catch (error) {
    // The reason may name an address: it stands in the outbox, not in the log.
    log.warn({ messageId: message.id, tries: message.tries }, 'a message was not taken');
    const notBefore = nextTry(message.tries, now);
    await updateMessageFailed(db, message.id, { error: reasonOf(error), notBefore });
    return false;
  }
}

/**
 * Sends what is due in the outbox, one message at a time, outside of any transaction. Each carries an id of its own, so
 * that one which was taken while its record got lost can be known by it. A letter whose link has ended meanwhile is taken
 * back. Returns how many the mail server took.
 */
export async function sendOutbox(db: Executor, sending: Sending): Promise<number> {
  let taken = 0;
  for (let count = 0; count < MOST; count += 1) {
    const now = sending.clock();
    const message = await takeDueMessage(db, { now, leaseUntil: new Date(now.getTime() + LEASE) });
    if (!message) break;
    if (isLetterOver(message, now)) await updateMessageCancelled(db, message.id, now);
    else if (await hand(db, message, sending)) taken += 1;
  }
  return taken;
}
