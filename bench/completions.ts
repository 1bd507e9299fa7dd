import { desc } from 'drizzle-orm';
import { completionSummaries } from '#lib/server/db/schema/report-summary.ts';
import { readCompletionView, type CompletionView } from '#lib/domain/report/completion-view.ts';
import { pageHref } from '#lib/domain/report/completions-page.ts';
import type { CompletionPlace } from '#lib/domain/report/completion-place.ts';
import { listCompletions } from '#lib/server/report/list-completions.ts';
import { listNamedIds } from '#lib/server/report/matching-queries.ts';
import { gathering, listCompletionRows } from '#lib/server/report/queries.ts';
import type { BenchApp } from './bench-app.ts';
import { explain } from './explain.ts';
import { measureAnswers, type Explained } from './answers.ts';
import { ensureReport } from './report-data.ts';
import type { Measurement } from './figure.ts';
import { median } from './ratio.ts';

const REPEATS = 9;
const FIRST: CompletionPlace = { kind: 'first' };

/** Runs a second at the median of several, one after the other. */
async function perSecond(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < REPEATS; count += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return 1000 / median(times);
}

function viewOf(query: string): CompletionView {
  const view = readCompletionView(new URLSearchParams(query));
  if (!view.ok) throw new Error(`${query} is no view.`);
  return view.value;
}

/** Where the thousandth page begins. */
async function thousandth({ database }: BenchApp): Promise<CompletionPlace> {
  const { completedOn, completionId: id } = completionSummaries;
  const [row] = await database.db
    .select({ id })
    .from(completionSummaries)
    .orderBy(desc(completedOn), desc(id))
    .limit(1)
    .offset(999 * 50 - 1);
  if (!row) throw new Error('The report has no thousand pages.');
  return { kind: 'after', id: row.id };
}

/** The first page of the report as an admin sees it, so many a second for one reader. */
export async function firstPagesPerSecond({ app, admin }: BenchApp): Promise<number> {
  return perSecond(async () => {
    const { status, body } = await admin.get('/admin/completions');
    if (status !== 200 || !body.includes('/evidence')) throw new Error(`${app.origin} shows no completions.`);
  });
}

function pageTrial(
  { app, admin, database }: BenchApp,
  { name, query = '', place = FIRST }: { name: string; query?: string; place?: CompletionPlace }
): Explained {
  const view = viewOf(query);
  const request = { view, place, isCountExact: false, isShown: false };
  const href = pageHref({ ...request, savedViewId: null, isCompact: false }, {});
  const see = async () => {
    const { status, body } = await admin.get(href);
    if (status !== 200 || !body.includes('/evidence')) throw new Error(`${app.origin}${href} shows no rows.`);
  };
  return {
    trial: {
      name,
      unit: 'pages/s by one reader',
      figure: () => perSecond(see),
      limit: () => perSecond(() => listCompletions(database.db, request))
    },
    explain: async () => {
      const ids = await listNamedIds(database.db, view.filter);
      const list = await listCompletions(database.db, request);
      const page = { filter: view.filter, ids, sort: view.sort, beyond: null, limit: 51 };
      const isFew = list.ok && list.value.totals.isAll;
      return explain(
        database.db,
        isFew
          ? gathering(database.db, { ...page, atMost: list.value.totals.completions })
          : listCompletionRows(database.db, { ...page, only: null }).getSQL()
      );
    }
  };
}

/** Pages of a report of a million completions, each against its queries alone. */
async function completionTrials(bench: BenchApp): Promise<Explained[]> {
  const filtered = 'activity=activity-3&profession=nurse&country=DE&from=2024-06-01';
  return [
    pageTrial(bench, { name: 'completions-first' }),
    pageTrial(bench, { name: 'completions-last', place: { kind: 'last' } }),
    pageTrial(bench, { name: 'completions-page-1000', place: await thousandth(bench) }),
    pageTrial(bench, { name: 'completions-filtered', query: filtered }),
    pageTrial(bench, { name: 'completions-filtered-last', query: filtered, place: { kind: 'last' } }),
    pageTrial(bench, { name: 'completions-rare', query: 'activity=rare-activity&sort=name' }),
    pageTrial(bench, { name: 'completions-name', query: 'name=ana+ros' }),
    pageTrial(bench, {
      name: 'completions-by-name',
      query: 'profession=nurse&sort=name',
      place: { kind: 'last' }
    })
  ];
}

/** The most that a page of the completion report may take at the median, at a million completions. */
const MOST_PAGE_MS = 150;

/** The completion report, read page by page. */
export const completions: Measurement = {
  name: 'completions',
  figures: [
    'completions-first',
    'completions-last',
    'completions-page-1000',
    'completions-filtered',
    'completions-filtered-last',
    'completions-rare',
    'completions-name',
    'completions-by-name'
  ],
  measure: async (bench, report, wants) => {
    await ensureReport(bench.database.db);
    const trials = await completionTrials(bench);
    for (const each of trials.filter(({ trial }) => wants(trial.name)))
      await measureAnswers(each, MOST_PAGE_MS, report);
  }
};
