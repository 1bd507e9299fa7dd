import { openMailer } from '../identity/mailer.ts';
import { sendOutbox } from '../identity/send-outbox.ts';
import type { JobSurroundings } from './job.ts';

/** The sender: what the operator says, else an address at the host of this site. */
function senderOf({ environment, address }: JobSurroundings): string {
  return environment.mailFrom ?? `Footnote <no-reply@${new URL(address).hostname}>`;
}

/** Hands what is due in the outbox to the mail server, where there is one. */
export async function sendMail(surroundings: JobSurroundings): Promise<void> {
  const { database, environment } = surroundings;
  if (environment.smtpUrl === null) return;
  const mailer = openMailer({ url: environment.smtpUrl, from: senderOf(surroundings) });
  try {
    await sendOutbox(database.db, { mailer, clock: () => new Date() });
  } finally {
    mailer.close();
  }
}
