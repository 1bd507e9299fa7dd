import type { Executor } from './db/index.ts';
import type { Environment } from './environment.ts';
import { sendDueFollowUps } from './evaluation/send-due-follow-ups.ts';
import { openMailer } from './identity/mailer.ts';
import { sendOutbox } from './identity/send-outbox.ts';
import { log } from './log.ts';

/** Milliseconds from one round to the next. Days matter to what is done here, not seconds. */
const PAUSE = 60_000;

type Surroundings = {
  db: Executor;
  environment: Pick<Environment, 'smtpUrl' | 'mailFrom'>;
  /** The address that people use, e.g. `https://cme.example.org`. */
  address: string;
};

/** The sender: what the operator says, else an address at the host of this site. */
function senderOf({ environment, address }: Surroundings): string {
  return environment.mailFrom ?? `Footnote <no-reply@${new URL(address).hostname}>`;
}

/** One round: what is due goes into the outbox, and from there to the mail server, where there is one. */
async function runRound(surroundings: Surroundings): Promise<void> {
  const { db, environment, address } = surroundings;
  await sendDueFollowUps(db, { origin: address, now: new Date() });
  if (environment.smtpUrl === null) return;
  const mailer = openMailer({ url: environment.smtpUrl, from: senderOf(surroundings) });
  try {
    await sendOutbox(db, { mailer, clock: () => new Date() });
  } finally {
    mailer.close();
  }
}

/**
 * Does what is due once a minute, one round after the other, until the returned function is called; that waits for the
 * round under way. A round that fails is logged, and the next one tries again: nothing is lost, since what is due stays
 * in the database. Several processes share the work.
 */
export function startJobs(surroundings: Surroundings): () => Promise<void> {
  let isRunning = false;
  let round = Promise.resolve();
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    round = runRound(surroundings)
      .catch((error: unknown) => log.error({ err: error }, 'a round of jobs failed'))
      .finally(() => (isRunning = false));
  }, PAUSE);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
