import { SAMPLE } from '../tests/support/learner.ts';
import { freePort } from '../tests/support/free-port.ts';
import { startApp } from '../tests/support/running-app.ts';
import { figureOf, type Figure, type Measurement } from './figure.ts';
import { collectGarbage } from './inspector.ts';
import { freshenSessions, seatAt, seatLearners } from './learners.ts';
import { askFor, type PageRequest } from './load.ts';
import { residentMb } from './memory.ts';
import { spreadOf } from './ratio.ts';

const REQUESTS = Number(process.env['BENCH_REQUESTS'] ?? 100_000);
const LEARNERS = 2_000;

/** Enough to fill what is kept on purpose and to have everything compiled. */
const WARM_UP = REQUESTS / 10;

/** A leak of half a kilobyte a request would show. */
const MOST_GROWTH_MB = 50;

type Held = { heap: number; resident: number };

function growthFigure(name: string, before: number, after: number): Figure {
  const ratio = spreadOf([Math.max(0, after - before)], MOST_GROWTH_MB);
  const note = `from ${before.toFixed(0)} to ${after.toFixed(0)} MB in ${REQUESTS} requests`;
  return figureOf({ ...ratio, name, unit: 'MB' }, { atMost: 1 }, note);
}

/** (f) of issue 7: by how much the server grew in 100,000 requests, once what nothing holds is gone. */
export const heldMemory: Measurement = {
  name: 'held-memory',
  isUsual: true,
  figures: ['held-memory-resident'],
  measure: async ({ database, databaseUrl }, report) => {
    const seats = await seatLearners(database.db, LEARNERS);
    await freshenSessions(database.db);
    const paths = [`/activities/${SAMPLE}/lesson/primary-and-acquired`, `/activities/${SAMPLE}`];
    const pages: PageRequest[] = Array.from({ length: LEARNERS }, (_, learner) => {
      const { path, cookie } = seatAt(seats, learner * seats.items);
      return { path: paths[learner % 3] ?? path, cookie };
    });
    const inspector = await freePort();
    const variables = { DATABASE_URL: databaseUrl, NODE_OPTIONS: `--inspect-port=127.0.0.1:${inspector}` };
    const app = await startApp({ variables, remove: () => Promise.resolve() });
    const look = async (): Promise<Held> => {
      const heap = await collectGarbage(app.pid, inspector);
      return { heap, resident: residentMb(app.pid) };
    };
    try {
      await askFor(app.origin, { pages, amount: WARM_UP });
      const before = await look();
      await askFor(app.origin, { pages, amount: REQUESTS });
      const after = await look();
      report(growthFigure('held-memory', before.heap, after.heap));
      report(growthFigure('held-memory-resident', before.resident, after.resident));
    } finally {
      await app.stop();
    }
  }
};
