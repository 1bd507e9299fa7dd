import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';
import { attempts, responses } from '#lib/server/db/schema/attempt.ts';
import { startApp } from '../support/running-app.ts';
import { withoutGuards } from '../support/taken-out.ts';
import { judged, type Fault, type FaultOptions, type Finding } from './fault.ts';
import { onCluster } from './on-database.ts';
import type { Place } from './place.ts';
import { makeSittings, type Sitting } from './sittings.ts';
import { newClient, type WebClient } from './web-client.ts';

/** Pairs of tabs of one person: one submits, the other finishes. */
const CLIENTS = 16;
const ATTEMPTS = 3000;
const CONTROL_ATTEMPTS = 1500;

/** What the two tabs were told. */
type Told = { attemptId: string; position: number; saved: boolean };

const wrongAnswers: string[] = [];

/** Sends the right option of a question. Saved, or refused with what is stored (409). */
async function submit(
  client: WebClient,
  { attemptId, cookie, questions }: Sitting,
  place: number
): Promise<Told> {
  const question = questions[place];
  const position = question?.position ?? 0;
  const option = question?.options.find(({ isKey }) => isKey)?.shown ?? '';
  const fields = { sequence: '1', key: crypto.randomUUID(), option };
  const path = `/attempts/${attemptId}/${position}?/respond`;
  const { status } = await client.post(path, fields, cookie);
  if (status !== 303 && status !== 409) wrongAnswers.push(`a response was answered ${status}`);
  return { attemptId, position, saved: status === 303 };
}

async function finish(client: WebClient, { attemptId, cookie }: Sitting): Promise<void> {
  const { status } = await client.post(`/attempts/${attemptId}/check`, {}, cookie);
  if (status !== 303) wrongAnswers.push(`a finish was answered ${status}`);
}

/** The tabs do not wait for each other: some responses come before the finish, some after it, some in its middle. */
async function race(client: WebClient, sitting: Sitting, random: () => number): Promise<Told[]> {
  const finishAfter = Math.floor(random() * 3);
  const told: Promise<Told>[] = [];
  const tasks: Promise<void>[] = [];
  for (const place of [0, 1, 2]) {
    if (place === finishAfter) tasks.push(finish(client, sitting));
    told.push(submit(client, sitting, place));
  }
  await Promise.all(tasks);
  return Promise.all(told);
}

async function raceAll(origin: string, sittings: Sitting[], random: () => number): Promise<Told[]> {
  const client = newClient(origin, CLIENTS);
  const told: Told[] = [];
  const left = [...sittings];
  const pairs = Array.from({ length: CLIENTS / 2 }, async () => {
    for (let sitting = left.pop(); sitting; sitting = left.pop())
      told.push(...(await race(client, sitting, random)));
  });
  await Promise.all(pairs);
  client.close();
  return told;
}

/** Finished attempts whose score or counter does not hold all of their responses. */
async function findUncounted(db: Executor): Promise<{ finished: number; uncounted: number }> {
  const right = sql<number>`count(*) filter (where ${responses.correct})`.mapWith(Number);
  const rows = await db
    .select({
      score: attempts.itemsCorrect,
      answered: attempts.answered,
      right,
      stored: sql<number>`count(${responses.attemptId})`.mapWith(Number)
    })
    .from(attempts)
    .leftJoin(responses, eq(responses.attemptId, attempts.id))
    .where(eq(attempts.state, 'submitted'))
    .groupBy(attempts.id);
  const uncounted = rows.filter((row) => row.score !== row.right || row.answered !== row.stored);
  return { finished: rows.length, uncounted: uncounted.length };
}

/** Saved by what the tab was told, and not there. */
async function findUnsaved(db: Executor, told: Told[]): Promise<number> {
  const rows = await db
    .select({ attemptId: responses.attemptId, position: responses.position })
    .from(responses);
  const stored = new Set(rows.map(({ attemptId, position }) => `${attemptId}/${position}`));
  return told.filter(({ attemptId, position, saved }) => saved !== stored.has(`${attemptId}/${position}`))
    .length;
}

type RaceOptions = { place: Place; options: FaultOptions; count: number; variables?: Record<string, string> };

async function runRace({ place, options, count, variables = {} }: RaceOptions) {
  wrongAnswers.length = 0;
  const sittings = await place.look(({ db }) => makeSittings(db, count));
  const app = await startApp({ ...place, variables: { ...place.variables, ...variables } });
  try {
    const told = await raceAll(app.origin, sittings, options.random);
    const { finished, uncounted } = await place.look(({ db }) => findUncounted(db));
    const unsaved = await place.look(({ db }) => findUnsaved(db, told));
    const saved = told.filter((one) => one.saved).length;
    const numbers = { finished, saved, refused: told.length - saved, uncounted, unsaved };
    const words = `${finished} finished, ${saved} saved, ${numbers.refused} refused, ${uncounted} saved but uncounted`;
    return { numbers, words };
  } finally {
    await app.stop();
  }
}

/** The two places that lock an attempt's row, as they stand in the built program. */
const LOCKS = [
  { from: '::timestamptz) for update', to: '::timestamptz)' },
  { from: 'own(which)).for("update", { of: attempts })', to: 'own(which))' }
];

const BUILT = 'build/server/chunks';

/** The file that holds these words. Throws where there is none: the control would take nothing out. */
function fileWith(words: string): string {
  const files = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js')
  );
  const found = files.find((name) => readFileSync(join(BUILT, name), 'utf8').includes(words));
  if (found === undefined) throw new Error(`No file of the built program holds ${words}`);
  return basename(found);
}

const judgeRace = ({ numbers, words }: Awaited<ReturnType<typeof runRace>>, count: number): Finding => {
  const reasons = [
    ...wrongAnswers,
    ...(numbers.uncounted > 0 ? [`${numbers.uncounted} attempts do not count what they saved`] : []),
    ...(numbers.unsaved > 0 ? [`${numbers.unsaved} responses are not as the tab was told`] : []),
    ...(numbers.finished < count ? [`only ${numbers.finished} of ${count} finished`] : []),
    ...(numbers.refused === 0 || numbers.saved === 0 ? ['the tabs never met'] : [])
  ];
  return judged(reasons, numbers, words);
};

/** Finish in one tab while the other submits (promise 4). */
export const finishFaults: Fault[] = [
  {
    name: 'finish-and-submit',
    promise: 'a response is in and counted, or refused, whatever another tab finishes meanwhile',
    run: (options) =>
      onCluster([], async ({ place }) => {
        const count = options.rounds === null ? ATTEMPTS : 100 * options.rounds;
        return judgeRace(await runRace({ place, options, count }), count);
      })
  },
  {
    name: 'finish-and-submit-control',
    promise:
      'without the lock on the attempt the same harness finds responses that are saved and not counted',
    run: (options) =>
      onCluster([], async ({ place }) => {
        const variables = withoutGuards(LOCKS.map((lock) => ({ ...lock, file: fileWith(lock.from) })));
        const { numbers, words } = await runRace({ place, options, count: CONTROL_ATTEMPTS, variables });
        const isGentle = numbers.uncounted === 0;
        return judged(
          isGentle ? ['the control miscounted nothing: the harness is too gentle'] : [],
          numbers,
          words
        );
      })
  }
];
