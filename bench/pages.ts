import { cookieHeader } from '../tests/support/download.ts';
import { SAMPLE } from '../tests/support/learner.ts';
import type { Answer, Visitor } from '../tests/support/visitor.ts';
import { startBareServer } from './bare-server.ts';
import type { BenchApp } from './bench-app.ts';
import { answersPerSecond } from './load.ts';
import type { Trial } from './ratio.ts';

const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date', 'set-cookie'];

/** The headers that the bare server sends too, so that both send the same number of bytes. */
function repeatableHeaders({ headers, body }: Answer): Record<string, string> {
  const kept = [...headers].filter(([name]) => !HOP_BY_HOP.includes(name));
  return { ...Object.fromEntries(kept), 'content-length': String(Buffer.byteLength(body)) };
}

type OpenTrial = { trial: Trial; close: () => void };

async function openPageTrial(
  { app, admin }: BenchApp,
  { name, path }: { name: string; path: string }
): Promise<OpenTrial> {
  const answer = await admin.get(path);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  const bare = await startBareServer({ headers: repeatableHeaders(answer), body: answer.body });
  const cookie = cookieHeader(admin);
  const trial = {
    name,
    unit: 'pages/s',
    figure: () => answersPerSecond(app.origin + path, cookie),
    limit: () => answersPerSecond(bare.url, cookie)
  };
  return { trial, close: bare.stop };
}

/** Passes the gate and opens an attempt at the pre-test. Returns the path of its first question. */
async function openQuestion(admin: Visitor): Promise<string> {
  await admin.post('/gate', { answer: 'yes' });
  const started = await admin.post(`/activities/${SAMPLE}/pretest`);
  if (started.location === null) throw new Error(`The pre-test did not start: ${started.status}.`);
  return started.location;
}

/** Activity, lesson and question page with a session, each against bare `node:http` with as many bytes. */
export async function openPageTrials(bench: BenchApp): Promise<{ trials: Trial[]; close: () => void }> {
  const question = await openQuestion(bench.admin);
  const pages = [
    { name: 'activity-page', path: `/activities/${SAMPLE}` },
    { name: 'lesson-page', path: `/activities/${SAMPLE}/lesson/primary-and-acquired` },
    { name: 'question-page', path: question }
  ];
  const opened: OpenTrial[] = [];
  for (const page of pages) opened.push(await openPageTrial(bench, page));
  return {
    trials: opened.map(({ trial }) => trial),
    close: () =>
      opened.forEach(({ close }) => {
        close();
      })
  };
}
