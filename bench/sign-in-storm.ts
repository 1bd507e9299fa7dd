import { setTimeout as wait } from 'node:timers/promises';
import { inArray } from 'drizzle-orm';
import { sessions } from '#lib/server/db/schema/identity.ts';
import { signUpByHttp } from '../tests/support/accounts.ts';
import { freePort } from '../tests/support/free-port.ts';
import { makePerson, PASSWORD, type TestPerson } from '../tests/support/people.ts';
import { findLost, openQuestions, type Ledger } from '../tests/support/response-writer.ts';
import { startApp, type RunningApp } from '../tests/support/running-app.ts';
import type { Visitor } from '../tests/support/visitor.ts';
import type { BenchApp } from './bench-app.ts';
import { figureOf, type Figure, type Measurement } from './figure.ts';
import { quantile } from './ratio.ts';

/** The storm that the program must bear: so many sign-ins a second, for so long, half of them wrong. */
const SIGN_INS_A_SECOND = 200;
const SECONDS = Number(process.env['BENCH_STORM_SECONDS'] ?? 30);

/** The 99th percentile of a response to learners may become so many times what it is at rest. */
const MOST_TIMES = 3;

const LEARNERS = 8;
const RESPONSE_EVERY_MS = 250;
const ACCOUNTS = 400;

type Learner = { visitor: Visitor; questions: Awaited<ReturnType<typeof openQuestions>>; ledger: Ledger };

const p99 = (times: number[]) => quantile(times, 0.99);

async function seatLearner(origin: string): Promise<Learner> {
  const visitor = await signUpByHttp(origin);
  return { visitor, questions: await openQuestions(visitor), ledger: new Map() };
}

/** Answers at a steady pace. Returns the milliseconds of each answer, counted from when it was due. */
async function respond({ visitor, questions, ledger }: Learner, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const start = performance.now() + Math.random() * RESPONSE_EVERY_MS;
  for (let nth = 0; nth * RESPONSE_EVERY_MS < seconds * 1000; nth += 1) {
    const due = start + nth * RESPONSE_EVERY_MS;
    await wait(Math.max(0, due - performance.now()));
    const question = questions[nth % questions.length];
    if (!question) throw new Error('The attempt has no question with one right option.');
    const sequence = (ledger.get(question.address)?.sequence ?? question.nextSequence - 1) + 1;
    const option = question.options[sequence % question.options.length] ?? '';
    const fields = { sequence: String(sequence), key: crypto.randomUUID(), option };
    const { status } = await visitor.post(`${question.address}?/respond`, fields);
    if (status !== 303) throw new Error(`A response was answered with ${status}.`);
    times.push(performance.now() - due);
    ledger.set(question.address, { sequence, option });
  }
  return times;
}

const respondAll = async (learners: Learner[], seconds: number) =>
  (await Promise.all(learners.map((learner) => respond(learner, seconds)))).flat();

/** One sign-in, as a proxy passes it on. Returns the status of the answer. */
async function signInFrom(network: number, origin: string, person: TestPerson, password: string) {
  const address = `10.${(network >> 8) & 255}.${network & 255}.7`;
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, accept: 'text/html', 'x-forwarded-for': address },
    body: new URLSearchParams({ email: person.email, password })
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Sends sign-ins whether earlier ones were answered or not. Returns how many answers had which status. */
async function storm(origin: string, people: TestPerson[]): Promise<Map<number, number>> {
  const start = performance.now();
  const answers: Promise<number>[] = [];
  for (let nth = 0; nth < SIGN_INS_A_SECOND * SECONDS; nth += 1) {
    await wait(Math.max(0, start + (nth * 1000) / SIGN_INS_A_SECOND - performance.now()));
    const person = people[nth % people.length];
    if (!person) throw new Error('There is nobody to sign in.');
    answers.push(signInFrom(nth % 5000, origin, person, nth % 2 === 0 ? PASSWORD : 'a wrong password'));
  }
  const counts = new Map<number, number>();
  for (const status of await Promise.all(answers)) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

async function makePeople({ database }: BenchApp): Promise<TestPerson[]> {
  const people: TestPerson[] = [];
  while (people.length < ACCOUNTS) people.push(await makePerson(database.db));
  return people;
}

/** Every sign-in was let in, refused or asked to wait, those who were let in have a session, and no response is lost. */
async function assertRight(
  { database }: BenchApp,
  { people, counts, learners }: { people: TestPerson[]; counts: Map<number, number>; learners: Learner[] }
): Promise<void> {
  const other = [...counts.keys()].filter((status) => ![303, 400, 429].includes(status));
  if (other.length > 0) throw new Error(`Sign-ins were answered with ${other.join(', ')}.`);
  const ids = people.map(({ id }) => id);
  const begun = await database.db.$count(sessions, inArray(sessions.personId, ids));
  if (begun !== counts.get(303)) throw new Error(`${counts.get(303)} were let in, ${begun} have a session.`);
  const lost = await Promise.all(learners.map(({ visitor, ledger }) => findLost(visitor, ledger)));
  if (lost.flat().length > 0) throw new Error(lost.flat().join('\n'));
}

async function measure(bench: BenchApp, app: RunningApp): Promise<Figure> {
  const learners = await Promise.all(Array.from({ length: LEARNERS }, () => seatLearner(app.origin)));
  const people = await makePeople(bench);
  await respondAll(learners, 2);
  const before = await respondAll(learners, SECONDS);
  const [counts, during] = await Promise.all([storm(app.origin, people), respondAll(learners, SECONDS)]);
  const after = await respondAll(learners, SECONDS);
  await assertRight(bench, { people, counts, learners });
  const [rest, inStorm] = [p99([...before, ...after]), p99(during)];
  const figure = inStorm / rest;
  const shares = [before, after].map((times) => inStorm / p99(times) / MOST_TIMES);
  const ratio = {
    name: 'sign-in-storm',
    figure,
    limit: MOST_TIMES,
    unit: 'times the p99 at rest',
    ratio: figure / MOST_TIMES,
    least: Math.min(...shares),
    greatest: Math.max(...shares),
    runs: 1
  };
  const kinds = [...counts].sort().map(([status, count]) => `${count} × ${status}`);
  const words = `p99 ${rest.toFixed(0)} ms at rest, ${inStorm.toFixed(0)} ms in the storm; sign-ins: ${kinds.join(', ')}`;
  return figureOf(ratio, { atMost: 1 }, words);
}

/**
 * The 99th percentile of learners' responses while 200 sign-ins a second arrive, as a multiple of that at rest, which is
 * measured before and after. The benchmark plays the proxy in front, so that the sign-ins come from many networks.
 */
async function measureStorm(bench: BenchApp): Promise<Figure> {
  const port = await freePort();
  const variables = {
    DATABASE_URL: bench.databaseUrl,
    TRUST_PROXY: 'true',
    ORIGIN: `http://localhost:${port}`
  };
  const app = await startApp({ variables, remove: () => Promise.resolve() }, port);
  try {
    return await measure(bench, app);
  } finally {
    await app.stop();
  }
}

/** How much slower learners are answered while many people sign in at once (reliability.md, P5). */
export const signInStorm: Measurement = {
  name: 'sign-in-storm',
  figures: [],
  measure: async (bench, report) => report(await measureStorm(bench))
};
