import { SMTPServer } from 'smtp-server';

/** A mail server on this machine, and what it took. */
export type MailServer = {
  url: string;
  taken: { to: string[]; text: string }[];
  /** From now on it refuses everything with this answer; null: it takes again. */
  refuseWith: (answer: string | null) => void;
  stop: () => Promise<void>;
};

/** Starts a real SMTP server on a free port of the loopback. */
export async function startMailServer(): Promise<MailServer> {
  const taken: MailServer['taken'] = [];
  let refusal: string | null = null;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      stream.on('end', () => {
        if (refusal !== null) {
          done(new Error(refusal));
          return;
        }
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    refuseWith: (answer) => (refusal = answer),
    stop: () => new Promise((resolve) => server.close(resolve))
  };
}
