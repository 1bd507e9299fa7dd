import { createTransport } from 'nodemailer';

/** A message for the mail server. `id` makes its Message-ID. */
export type OutgoingMessage = {
  id: string;
  address: string;
  subject: string;
  body: string;
  /** Where mail programs unsubscribe in one click (RFC 8058); null: it cannot be refused. */
  unsubscribeUrl: string | null;
};

/** What sends messages; `send` throws where the mail server does not take one. */
export type Mailer = { send: (message: OutgoingMessage) => Promise<void>; close: () => void };

/** Milliseconds that a mail server has to answer. */
const PATIENCE = 20_000;

/** RFC 8058: both headers together let a mail program unsubscribe without opening a page. */
function listHeaders(url: string | null): Record<string, string> {
  if (url === null) return {};
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/**
 * Opens the way to a mail server. `url`: e.g. `smtps://user:password@mail.example.org`; `from`: the sender's address.
 * Text only; a message never loads anything.
 */
export function openMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true
  });
  const domain = from.split('@').at(-1)?.replace('>', '') ?? 'localhost';
  return {
    send: async ({ id, address, subject, body, unsubscribeUrl }) => {
      await transport.sendMail({
        messageId: `<${id}@${domain}>`,
        from,
        to: { name: '', address },
        subject,
        text: body,
        headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(unsubscribeUrl) }
      });
    },
    close: () => transport.close()
  };
}
