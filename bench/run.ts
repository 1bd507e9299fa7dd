/** `npm run bench [-- --json] [-- NAME …]`: every figure as a ratio to a limit that is measured in the same run. */
import { parseArgs } from 'node:util';
import { openBenchApp } from './bench-app.ts';
import { completionTrials } from './completions.ts';
import { demoFillTrials } from './demo-fill.ts';
import { exportTrials } from './export.ts';
import { itemTrials, openBank } from './items.ts';
import { openPageTrials } from './pages.ts';
import { fillReport } from './report-data.ts';
import { measureStorm } from './sign-in-storm.ts';
import { againstTarget, measureRatio, type Ratio, type Trial } from './ratio.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });

/** `completions-page` stands for all pages of the completion report. */
const isWanted = (name: string) =>
  positionals.length === 0 ||
  positionals.includes(name) ||
  (positionals.includes('completions-page') && name.startsWith('completions-'));

const wantsAny = (beginning: string) =>
  positionals.length === 0 || positionals.some((name) => name.startsWith(beginning));

const round = (value: number) => Number(value.toPrecision(4));

function say(ratio: Ratio): void {
  const range = `${(ratio.least * 100).toFixed(0)} to ${(ratio.greatest * 100).toFixed(0)} %`;
  const share = `${(ratio.ratio * 100).toFixed(1)} % of the limit (${range}, ${ratio.runs} pairs)`;
  console.log(
    `${ratio.name.padEnd(16)} ${round(ratio.figure)} of ${round(ratio.limit)} ${ratio.unit}: ${share}`
  );
}

const ratios: Ratio[] = [];

async function measure(trial: Trial): Promise<Ratio | null> {
  if (!isWanted(trial.name)) return null;
  const ratio = await measureRatio(trial);
  if (!values.json) say(ratio);
  ratios.push(ratio);
  return ratio;
}

/** The most that the table of 5,000 items, its search and a change of 500 may take at the median. */
const MOST_MS = 300;

/** The most that a page of the completion report may take at the median, at a million completions. */
const MOST_PAGE_MS = 150;

function sayTarget({ figure, limit, ratio, plan }: Ratio): void {
  const verdict = ratio < 1 ? 'under' : 'MISSES';
  console.log(`  median ${round(figure)} ms, ${verdict} the ${limit} ms allowed\n  plan: ${plan ?? ''}`);
}

type Explained = { trial: Trial; explain: () => Promise<string> };

/** Measures a trial against its limit and against the milliseconds that are allowed, with the plan of its query. */
async function measureAgainst({ trial, explain }: Explained, mostMs: number): Promise<void> {
  const ratio = await measure(trial);
  if (ratio === null) return;
  const target = { ...againstTarget(ratio, mostMs), plan: await explain() };
  if (!values.json) sayTarget(target);
  ratios.push(target);
}

/** A bank of 5,000 items: the table and its changes, each against what is allowed too, with the plan of its query. */
async function measureItems(): Promise<void> {
  for (const trial of await itemTrials(await openBank(bench))) await measureAgainst(trial, MOST_MS);
}

/** A million completions, or as many as BENCH_ROWS says, e.g. 10000000. */
const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);

/** The completion report in each format, and the memory that the server took for it. */
async function measureExports(): Promise<void> {
  for (const { trial, memory } of await exportTrials(bench, ROWS)) {
    const ratio = await measure(trial);
    if (ratio === null) continue;
    const growth = memory();
    if (!values.json) say(growth);
    ratios.push(growth);
  }
}

/** How much slower learners are answered while many people sign in at once. */
async function measureSignIns(): Promise<void> {
  const { ratio, words } = await measureStorm(bench);
  ratios.push(ratio);
  if (values.json) return;
  say(ratio);
  console.log(`  ${ratio.ratio <= 1 ? 'within' : 'MISSES'} ${ratio.limit} times; ${words}`);
}

const bench = await openBenchApp();
const pages = await openPageTrials(bench);
try {
  for (const trial of pages.trials) await measure(trial);
  if (wantsAny('items-')) await measureItems();
  // Last: they fill the database, which the pages are not measured on.
  const [wantsPages, wantsExports] = [wantsAny('completions'), wantsAny('export')];
  if (wantsPages || wantsExports) await fillReport(bench.database.db, ROWS);
  if (wantsPages)
    for (const trial of await completionTrials(bench)) await measureAgainst(trial, MOST_PAGE_MS);
  if (wantsExports) await measureExports();
  for (const trial of demoFillTrials(bench)) await measure(trial);
  if (isWanted('sign-in-storm')) await measureSignIns();
} finally {
  pages.close();
  await bench.close();
}
if (values.json) console.log(JSON.stringify(ratios, null, 2));
