import { fillDemonstration } from '#lib/server/report/demonstration/fill-demonstration.ts';
import type { BenchApp } from './bench-app.ts';
import { figureOf, type Measurement } from './figure.ts';
import { measureRatio, type Trial } from './ratio.ts';

/** What a fill for demonstrations is held against: completions a second. */
const LEAST_A_SECOND = 20_000;

let runs = 0;

/** Completions per second of one fill. Throws where it made fewer than half of the learners complete. */
async function fillRate({ database }: BenchApp, how: { learners: number; detail: number }): Promise<number> {
  const seed = `bench${(runs += 1)}`;
  const start = performance.now();
  const filled = await fillDemonstration(database.db, {
    slug: 'resistance-to-immunotherapy',
    ...how,
    seed,
    amongRealLearners: true,
    checks: 'by-construction',
    now: new Date()
  });
  const seconds = (performance.now() - start) / 1000;
  if (!filled.ok) throw new Error(`The fill was refused: ${filled.problem}.`);
  const { completions } = filled.value;
  if (completions < how.learners / 2) throw new Error(`Only ${completions} of ${how.learners} completed.`);
  return completions / seconds;
}

/** Learners for demonstrations, without and with their single responses. */
function demoFillTrials(bench: BenchApp): Trial[] {
  const limit = async () => LEAST_A_SECOND;
  const unit = 'completions/s';
  return [
    { name: 'demo-fill', unit, limit, figure: () => fillRate(bench, { learners: 40_000, detail: 0 }) },
    {
      name: 'demo-fill-detail',
      unit,
      limit,
      figure: () => fillRate(bench, { learners: 4_000, detail: 4_000 })
    }
  ];
}

/** How quickly the demonstration fills a database. */
export const demoFill: Measurement = {
  name: 'demo-fill',
  figures: ['demo-fill-detail'],
  measure: async (bench, report, wants) => {
    const trials = demoFillTrials(bench).filter(({ name }) => wants(name));
    for (const trial of trials) report(figureOf(await measureRatio(trial)));
  }
};
