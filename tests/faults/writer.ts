import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Question, Sitting } from './sittings.ts';
import { newClient, type Reply } from './web-client.ts';

/** A response as it was sent, and when it was acknowledged. */
export type Entry = {
  attemptId: string;
  position: number;
  sequence: number;
  key: string;
  /** The authored id of the option: what the database holds. */
  option: string;
  /** When it was sent for the first time, and when it was acknowledged. */
  since: number;
  at: number;
};

/** What one writer saw. The ledger is written after the acknowledgement, never before. */
export type Writing = {
  ledger: Entry[];
  /** How often a request ended so: a status, or `lost` where no answer came. */
  outcomes: Map<string, number>;
  /** An answer that no fault excuses: the writer stopped at it. */
  refused: string | null;
};

/** `done` stops the writers after the response that is under way; `givenUp` at once, since nothing comes back. */
export type Until = { done: boolean; givenUp: boolean };

type Sending = Omit<Entry, 'since' | 'at'> & { cookie: string; shown: string };

function responseTo(sitting: Sitting, question: Question, sequence: number): Sending {
  const { attemptId, cookie } = sitting;
  const { position, options } = question;
  const chosen = options[(position + sequence) % options.length];
  if (!chosen) throw new Error('The question has no options.');
  const key = randomUUID();
  return { attemptId, cookie, position, sequence, key, option: chosen.authored, shown: chosen.shown };
}

/** First each question of an attempt, then each once more with a change, then the next attempt; and so on for ever. */
function* responses(sittings: Sitting[]): Generator<Sending, never> {
  for (let round = 0; ; round += 1) {
    for (const sitting of sittings) {
      for (const change of [1, 2]) {
        for (const question of sitting.questions) yield responseTo(sitting, question, 2 * round + change);
      }
    }
  }
}

const acknowledges = ({ status, location }: Reply) =>
  status === 303 && location?.startsWith('/attempts/') === true;

/** Long enough not to keep the machine busy while nothing answers. */
const PAUSE = 20;

type Work = { origin: string; sittings: Sitting[]; until: Until };

/**
 * Sends one response after the other. After any error the same one goes out again, with the same key, until it is
 * acknowledged; the last one too, so that nothing is left unknown unless the program never comes back.
 */
export async function write({ origin, sittings, until }: Work): Promise<Writing> {
  const writing: Writing = { ledger: [], outcomes: new Map(), refused: null };
  const client = newClient(origin, 1);
  const count = (outcome: string) => writing.outcomes.set(outcome, 1 + (writing.outcomes.get(outcome) ?? 0));
  const sendUntilTaken = async ({ cookie, shown, ...sent }: Sending): Promise<boolean> => {
    const path = `/attempts/${sent.attemptId}/${sent.position}?/respond`;
    const fields = { sequence: String(sent.sequence), key: sent.key, option: shown };
    const since = Date.now();
    for (;;) {
      const reply = await client.post(path, fields, cookie).catch(() => null);
      count(reply === null ? 'lost' : String(reply.status));
      if (reply !== null && acknowledges(reply)) {
        writing.ledger.push({ ...sent, since, at: Date.now() });
        return true;
      }
      if (reply !== null && reply.status < 500) {
        writing.refused = `${reply.status} ${reply.location ?? ''}`.trim();
        return false;
      }
      if (until.givenUp) return false;
      await wait(PAUSE);
    }
  };
  for (const sending of responses(sittings)) {
    if (until.done || !(await sendUntilTaken(sending))) break;
  }
  client.close();
  return writing;
}
