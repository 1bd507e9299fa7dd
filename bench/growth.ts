import type { BenchApp } from './bench-app.ts';
import { firstPagesPerSecond } from './completions.ts';
import { figureOf, type Figure, type Measurement, type Target } from './figure.ts';
import { growTo } from './growth-data.ts';
import { clearSeats, freshenSessions, seatLearners, type Seats } from './learners.ts';
import { answersPerSecond, type PageRequest } from './load.ts';
import { activityPagesOf, lessonPagesOf, questionsOf } from './pages.ts';
import { measureRatio } from './ratio.ts';
import { runSubmits } from './submit.ts';

const LEARNERS = 20_000;

/** Responses in the small database, and in the large one as it grows: BENCH_SIZES=10000,1000000,10000000. */
const [SMALL = 0, ...LARGE] = (process.env['BENCH_SIZES'] ?? '10000,1000000,10000000').split(',').map(Number);

/** Issue 7: what learners ask for keeps so much of its rate. */
const KEEPS: Target = { atLeast: 0.9 };

type Side = { bench: BenchApp; seats: Seats };

type Asked = { name: string; unit: string; target: Target; rate: (side: Side) => Promise<number> };

const pagesPerSecond =
  (pagesOf: (seats: Seats) => PageRequest[]) =>
  async ({ bench, seats }: Side): Promise<number> => {
    await freshenSessions(bench.database.db);
    return answersPerSecond(bench.app.origin, { pages: pagesOf(seats) });
  };

const ASKED: Asked[] = [
  {
    name: 'submit',
    unit: 'responses/s',
    target: KEEPS,
    rate: async ({ bench, seats }) => (await runSubmits(bench, seats)).perSecond
  },
  { name: 'question-page', unit: 'pages/s', target: KEEPS, rate: pagesPerSecond(questionsOf) },
  { name: 'lesson-page', unit: 'pages/s', target: KEEPS, rate: pagesPerSecond(lessonPagesOf) },
  { name: 'activity-page', unit: 'pages/s', target: KEEPS, rate: pagesPerSecond(activityPagesOf) },
  {
    name: 'completions',
    unit: 'pages/s by one reader',
    target: null,
    rate: ({ bench }) => firstPagesPerSecond(bench)
  }
];

const words = (responses: number) => (responses >= 1e6 ? `${responses / 1e6}m` : `${responses / 1000}k`);

/** The rate on the large database against that on the small one, in the same minutes. */
async function compare(
  { name, unit, target, rate }: Asked,
  sides: { small: Side; large: Side },
  size: number
): Promise<Figure> {
  const warmUp = async () => {
    await rate(sides.small);
    await rate(sides.large);
  };
  const trial = { unit, figure: () => rate(sides.large), limit: () => rate(sides.small), warmUp };
  const ratio = await measureRatio({ ...trial, name: `growth-${name}-${words(size)}` });
  return figureOf(ratio, target, `of the rate at ${SMALL} responses, on the same server in the same minutes`);
}

const fill = async (bench: BenchApp, size: number, before = 0) => growTo(bench.database.db, size, before);

async function compareSizes(
  { small, grown }: { small: BenchApp; grown: BenchApp },
  report: (figure: Figure) => void
): Promise<void> {
  await fill(small, SMALL);
  const still = { bench: small, seats: await seatLearners(small.database.db, LEARNERS) };
  let before = 0;
  for (const size of LARGE) {
    await fill(grown, size, before);
    before = size;
    const large = { bench: grown, seats: await seatLearners(grown.database.db, LEARNERS) };
    for (const asked of ASKED) report(await compare(asked, { small: still, large }, size));
    await clearSeats(grown.database.db, large.seats);
  }
}

/** (g) of issue 7: two databases on one server, one of which grows. Both are new: what ran before has filled the first. */
export const growth: Measurement = {
  name: 'growth',
  isLong: true,
  figures: [],
  measure: async (bench, report) => {
    const small = await bench.openAnother();
    const grown = await bench.openAnother();
    try {
      await compareSizes({ small, grown }, report);
    } finally {
      await grown.close();
      await small.close();
    }
  }
};
