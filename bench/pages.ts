import { SAMPLE } from '../tests/support/learner.ts';
import type { Answer } from '../tests/support/visitor.ts';
import { startBareServer } from './bare-server.ts';
import type { BenchApp } from './bench-app.ts';
import { figureOf, type Figure, type Measurement, type Target } from './figure.ts';
import { freshenSessions, seatAt, seatLearners, type Seats } from './learners.ts';
import { answersPerSecond, type PageRequest } from './load.ts';
import { processorMs } from './processor.ts';
import { measureRatio, median } from './ratio.ts';

const LEARNERS = 2_000;

const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date', 'set-cookie'];

/** The headers that the bare server sends too, so that both send the same number of bytes. */
function repeatableHeaders({ headers, body }: Answer): Record<string, string> {
  const kept = [...headers].filter(([name]) => !HOP_BY_HOP.includes(name));
  return { ...Object.fromEntries(kept), 'content-length': String(Buffer.byteLength(body)) };
}

async function ask(origin: string, { path, cookie }: PageRequest): Promise<Answer> {
  const answer = await fetch(origin + path, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  return { status: 200, location: null, headers: answer.headers, body: await answer.text() };
}

/** Of pages of several sizes the one in the middle, for the bare server to send. */
async function typicalAnswer(origin: string, pages: PageRequest[]): Promise<Answer> {
  const some = pages.filter((_, index) => index % Math.ceil(pages.length / 31) === 0);
  const answers: Answer[] = [];
  for (const page of some) answers.push(await ask(origin, page));
  const bySize = answers.toSorted((one, other) => one.body.length - other.body.length);
  const middle = bySize[Math.floor(bySize.length / 2)];
  if (!middle) throw new Error('There is no page to ask for.');
  return middle;
}

type Page = { name: string; target: Target; requests: PageRequest[] };

/** A kind of page, asked for by many learners in turn, against bare `node:http` with as many bytes. */
async function measurePage({ app, database }: BenchApp, { name, target, requests }: Page): Promise<Figure> {
  const { origin, pid } = app;
  await freshenSessions(database.db);
  const answer = await typicalAnswer(origin, requests);
  const bare = await startBareServer({ headers: repeatableHeaders(answer), body: answer.body });
  const costs: number[] = [];
  const figure = async () => {
    const [before, start] = [processorMs(pid), performance.now()];
    const rate = await answersPerSecond(origin, { pages: requests });
    costs.push((processorMs(pid) - before) / ((rate * (performance.now() - start)) / 1000));
    return rate;
  };
  const limit = () => answersPerSecond(bare.url, { pages: requests });
  const warmUp = () => answersPerSecond(origin, { pages: requests, seconds: 2 });
  const trial = { name, unit: 'pages/s', figure, limit, warmUp };
  try {
    const ratio = await measureRatio(trial);
    const bytes = Buffer.byteLength(answer.body);
    const note = `${bytes} bytes; ${median(costs).toPrecision(3)} ms of the server's processor each`;
    return figureOf(ratio, target, note);
  } finally {
    bare.stop();
  }
}

/** A page for every so manyeth place: neighbours in the list are of different learners. */
function requestsOf(seats: Seats, pathOf: (path: string) => string): PageRequest[] {
  return Array.from({ length: seats.learners }, (_, learner) => {
    const { path, cookie } = seatAt(seats, learner * seats.items + (learner % seats.items));
    return { path: pathOf(path), cookie };
  });
}

/** The pages of questions, one of each learner. */
export const questionsOf = (seats: Seats): PageRequest[] => requestsOf(seats, (path) => path);

/** A section of the lesson, for each learner. */
export const lessonPagesOf = (seats: Seats): PageRequest[] =>
  requestsOf(seats, () => `/activities/${SAMPLE}/lesson/primary-and-acquired`);

/** The page of the activity, for each learner. */
export const activityPagesOf = (seats: Seats): PageRequest[] =>
  requestsOf(seats, () => `/activities/${SAMPLE}`);

/** (c) of reliability.md §3: question, lesson and activity page with a session, of two thousand learners in turn. */
export const pages: Measurement = {
  name: 'pages',
  isUsual: true,
  figures: ['question-page', 'lesson-page', 'activity-page'],
  measure: async (bench, report, wants) => {
    const seats = await seatLearners(bench.database.db, LEARNERS);
    const [lesson, activity] = [lessonPagesOf(seats), activityPagesOf(seats)];
    if (wants('question-page'))
      report(
        await measurePage(bench, {
          name: 'question-page',
          target: { atLeast: 0.1 },
          requests: questionsOf(seats)
        })
      );
    if (wants('lesson-page'))
      report(await measurePage(bench, { name: 'lesson-page', target: { atLeast: 0.3 }, requests: lesson }));
    if (wants('activity-page'))
      report(await measurePage(bench, { name: 'activity-page', target: null, requests: activity }));
  }
};
