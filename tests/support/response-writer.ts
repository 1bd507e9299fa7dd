import { setTimeout as wait } from 'node:timers/promises';
import { ACTIVITY } from './journey.ts';
import type { Answer, Visitor } from './visitor.ts';

/** One question of an open attempt, as its page shows it. */
type Question = { address: string; options: string[]; chosen: string | null; nextSequence: number };

const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Reads the page of a question with one right option; null for the other types. */
async function readQuestion(visitor: Visitor, address: string): Promise<Question | null> {
  const { body } = await visitor.get(address);
  const radios = [...body.matchAll(/<input\b[^>]*type="radio"[^>]*>/g)].map(([tag]) => tag);
  if (radios.length === 0) return null;
  const checked = radios.find((tag) => / checked\b/.test(tag));
  const sequence = /<input\b[^>]*name="sequence"[^>]*>/.exec(body)?.[0] ?? '';
  return {
    address,
    options: radios.map((tag) => attribute(tag, 'value')),
    chosen: checked === undefined ? null : attribute(checked, 'value'),
    nextSequence: Number(attribute(sequence, 'value'))
  };
}

/** Starts the pre-test and gives its single-choice questions. */
export async function openQuestions(visitor: Visitor): Promise<Question[]> {
  const { location } = await visitor.post(`${ACTIVITY}/pretest`);
  const attempt = location?.replace(/\/\d+$/, '') ?? '';
  const found: Question[] = [];
  for (const position of [1, 2, 3, 4, 5]) {
    const question = await readQuestion(visitor, `${attempt}/${position}`);
    if (question) found.push(question);
  }
  return found;
}

/** What was acknowledged last at each address. */
export type Ledger = Map<string, { sequence: number; option: string }>;

/** Whether the answer acknowledges: the way on to the next question. */
const acknowledges = ({ status, location }: Answer) =>
  status === 303 && location?.includes('/attempts/') === true;

/**
 * Sends one changed response after the other until told to stop. A response is entered in the ledger only after its
 * acknowledgement; after any error the same response is sent again with the same key.
 */
export async function writeResponses(
  visitor: Visitor,
  { questions, ledger, until }: { questions: Question[]; ledger: Ledger; until: { done: boolean } }
): Promise<number> {
  let acknowledged = 0;
  while (!until.done) {
    const { address, options, nextSequence } =
      questions[acknowledged % questions.length] ?? questions[0] ?? raise();
    const sequence = nextSequence + Math.floor(acknowledged / questions.length);
    const option = options[(sequence + acknowledged) % options.length] ?? '';
    const fields = { sequence: String(sequence), key: crypto.randomUUID(), option };
    if (!(await sendUntilTaken(visitor, { address, fields, until }))) break;
    ledger.set(address, { sequence, option });
    acknowledged += 1;
  }
  return acknowledged;
}

function raise(): never {
  throw new Error('There is no question with one right option in this attempt.');
}

type Sending = { address: string; fields: Record<string, string>; until: { done: boolean } };

async function sendUntilTaken(visitor: Visitor, { address, fields, until }: Sending): Promise<boolean> {
  while (!until.done) {
    const answer = await visitor.post(`${address}?/respond`, fields).catch(() => null);
    if (answer !== null && acknowledges(answer)) return true;
    if (answer !== null && answer.status < 500)
      throw new Error(`The response was refused with ${answer.status}.`);
    await wait(50);
  }
  return false;
}

/** What of the ledger is not stored as it was acknowledged. Newer than acknowledged is allowed: its outcome is unknown. */
export async function findLost(visitor: Visitor, ledger: Ledger): Promise<string[]> {
  const lost: string[] = [];
  for (const [address, { sequence, option }] of ledger) {
    const stored = await readQuestion(visitor, address);
    const storedSequence = (stored?.nextSequence ?? 1) - 1;
    const isThere = storedSequence > sequence || (storedSequence === sequence && stored?.chosen === option);
    if (!isThere)
      lost.push(`${address}: acknowledged ${sequence} ${option}, stored ${storedSequence} ${stored?.chosen}`);
  }
  return lost;
}
