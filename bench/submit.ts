import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import type { BenchApp } from './bench-app.ts';
import { figureOf, type Figure, type Measurement } from './figure.ts';
import { answerAbove, clearSeats, countStanding, seatAt, seatLearners, type Seats } from './learners.ts';
import { runPgbench } from './pgbench.ts';
import { postAtFullLoad, postAtPace, type Post, type Posted } from './post-load.ts';
import { processorMs } from './processor.ts';
import { measureRatio, median, quantile, spreadOf } from './ratio.ts';

const LEARNERS = 20_000;
/** Who answered everything before. */
const VETERANS = 1_000;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const PAIRS = 5;

/** Issue 7: a submit over HTTP reaches this share of what the database takes, and keeps to these milliseconds at half load. */
const LEAST_SHARE = 0.15;
const MOST_MS = 50;

/**
 * The one-statement insert of reliability.md §3 (a) on our own tables, keys and triggers; the places of all learners in
 * an order by chance, none twice. Each of the eight clients has learners of its own: two at one attempt could lock each
 * other out.
 */
const SCRIPT = String.raw`\set i :i + 1
\set p permute(:i, :places / 8, :seed)
\set n 1 + :p / :items * 8 + :client_id
\set position 1 + :p % :items
with r as (
  insert into responses (attempt_id, position, response, correct, sequence, idempotency_key, answered_at)
  values (('019f' || lpad(to_hex(:n::int), 8, '0') || right(md5('bench-attempt-' || :n), 20))::uuid, :position, '{"type": "single", "option": "a"}', true, 1, gen_random_uuid(), now())
  on conflict (attempt_id, position) do nothing returning 1)
update attempts set answered = answered + 1 where id = ('019f' || lpad(to_hex(:n::int), 8, '0') || right(md5('bench-attempt-' || :n), 20))::uuid and exists (select from r);
`;

/** Throws where not exactly so many responses were written and counted. */
async function assertWritten({ database }: BenchApp, seats: Seats, successes: number): Promise<void> {
  const { responses, answered, mismatches } = await countStanding(database.db, seats);
  if (responses !== successes || answered !== successes || mismatches > 0)
    throw new Error(
      `${successes} were acknowledged; ${responses} are stored, ${answered} counted, ${mismatches} attempts miscounted.`
    );
}

async function limitOf(bench: BenchApp, seats: Seats): Promise<number> {
  await clearSeats(bench.database.db, seats);
  const { places, items } = seats;
  const variables = { i: -1, places, items, seed: Math.floor(Math.random() * 1e9) };
  const { transactions, perSecond } = await runPgbench(bench.databaseUrl, {
    script: SCRIPT,
    variables,
    seconds: SECONDS
  });
  await assertWritten(bench, seats, transactions);
  return perSecond;
}

/** Every place of every learner once, strides apart: who comes again has long been forgotten. */
function postsOf(seats: Seats): () => Post {
  const stride = 104_729;
  let index = Math.floor(Math.random() * seats.places);
  let taken = 0;
  return () => {
    if ((taken += 1) > seats.places) throw new Error('Every place has its response: make more learners.');
    index = (index + stride) % seats.places;
    const { path, cookie, option } = seatAt(seats, index);
    const body = `sequence=1&key=${randomUUID()}&${option.toString()}`;
    return { path: `${path}?/respond`, cookie, body };
  };
}

const countInLog = ({ database }: BenchApp) =>
  database.db.$count(auditEvents, eq(auditEvents.action, 'attempt.submit-response'));

/** Responses a second, with what they took of the server's processor. */
export type SubmitRun = Posted & { serverMs: number };

/** One run over HTTP, after which exactly what was acknowledged is stored, counted and on the audit log. */
export async function runSubmits(bench: BenchApp, seats: Seats, pace?: number): Promise<SubmitRun> {
  const { app, database } = bench;
  await clearSeats(database.db, seats);
  const [next, audited, busy] = [postsOf(seats), await countInLog(bench), processorMs(app.pid)];
  const load = { next, seconds: SECONDS };
  const posted =
    pace === undefined
      ? await postAtFullLoad(app.origin, load)
      : await postAtPace(app.origin, { ...load, pace });
  const successes = posted.times.length;
  const serverMs = (processorMs(app.pid) - busy) / successes;
  await assertWritten(bench, seats, successes);
  const inLog = (await countInLog(bench)) - audited;
  if (inLog !== successes) throw new Error(`${successes} were acknowledged, ${inLog} are on the audit log.`);
  return { ...posted, serverMs };
}

const ms = (value: number) => `${value.toPrecision(3)} ms`;

const latencies = (runs: SubmitRun[]) => {
  const times = runs.flatMap((each) => each.times);
  return `p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}`;
};

function cost(runs: SubmitRun[]): string {
  const server = median(runs.map(({ serverMs }) => serverMs));
  const client = Math.max(...runs.map(({ clientShare }) => clientShare));
  return `${ms(server)} of the server's processor each; the clients took ${(client * 100).toFixed(0)} % of a core at most`;
}

/** Learners' responses over HTTP against pgbench, on seats that are there already. */
async function measureSubmits(bench: BenchApp, seats: Seats): Promise<Figure> {
  const full: SubmitRun[] = [];
  const figure = async () => {
    const done = await runSubmits(bench, seats);
    full.push(done);
    return done.perSecond;
  };
  const limit = () => limitOf(bench, seats);
  const trial = {
    name: 'submit',
    unit: 'responses/s',
    figure,
    limit,
    warmUp: () => runSubmits(bench, seats)
  };
  const ratio = await measureRatio(trial, PAIRS);
  return figureOf(ratio, { atLeast: LEAST_SHARE }, `${latencies(full)}; ${cost(full)}`);
}

/** The 99th percentile at half the rate, with arrivals that wait for nobody. */
async function measureAtHalf(bench: BenchApp, seats: Seats, rate: number): Promise<Figure> {
  const half: SubmitRun[] = [];
  while (half.length < PAIRS) half.push(await runSubmits(bench, seats, rate / 2));
  const worst = half.map(({ times }) => quantile(times, 0.99));
  const ratio = { ...spreadOf(worst, MOST_MS), name: 'submit-p99-half', unit: 'ms' };
  return figureOf(ratio, { atMost: 1 }, `${(rate / 2).toFixed(0)}/s; ${latencies(half)}; ${cost(half)}`);
}

/** The seats that are answered in runs, beside those that were answered before and stay so. */
async function seatAll({ database }: BenchApp): Promise<Seats> {
  const all = await seatLearners(database.db, LEARNERS + VETERANS);
  await answerAbove(database.db, LEARNERS);
  return { ...all, learners: LEARNERS, places: LEARNERS * all.items };
}

/** (a) of reliability.md §3: a response over HTTP with a session, form to 303, eight clients that stay connected. */
export const submit: Measurement = {
  name: 'submit',
  isUsual: true,
  figures: ['submit-p99-half'],
  measure: async (bench, report) => {
    const seats = await seatAll(bench);
    const figure = await measureSubmits(bench, seats);
    report(figure);
    report(await measureAtHalf(bench, seats, figure.figure));
    await clearSeats(bench.database.db, seats);
  }
};
