import { nextTry } from '#lib/domain/identity/message-state.ts';
import type { Executor } from '../db/index.ts';
import { log } from '../log.ts';
import type { Mailer } from './mailer.ts';
import { takeDueMessage, updateMessageFailed, updateMessageSent } from './mail-queries.ts';

/** A mail server that takes longer than this has not taken the message; then others may try. */
const LEASE = 5 * 60_000;

/** Messages in one go; what is left waits for the next. */
const MOST = 200;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500);

/**
 * Sends what is due in the outbox, one message at a time, outside of any transaction. Each carries an id of its own, so
 * that one which was taken while its record got lost can be known by it. Returns how many the mail server took.
 */
export async function sendOutbox(
  db: Executor,
  { mailer, clock }: { mailer: Mailer; clock: () => Date }
): Promise<number> {
  let taken = 0;
  for (let count = 0; count < MOST; count += 1) {
    const now = clock();
    const message = await takeDueMessage(db, { now, leaseUntil: new Date(now.getTime() + LEASE) });
    if (!message) break;
    try {
      await mailer.send(message);
      await updateMessageSent(db, message.id, clock());
      taken += 1;
    } catch (error) {
      // The reason may name an address: it stands in the outbox, not in the log.
      log.warn({ messageId: message.id, tries: message.tries }, 'a message was not taken');
      const notBefore = nextTry(message.tries, now);
      await updateMessageFailed(db, message.id, { error: reasonOf(error), notBefore });
    }
  }
  return taken;
}
