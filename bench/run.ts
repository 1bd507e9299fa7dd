/** `npm run bench [-- --json] [-- NAME …]`: every figure as a ratio to a limit that is measured in the same run. */
import { parseArgs } from 'node:util';
import { openBenchApp } from './bench-app.ts';
import { exportTrial } from './export.ts';
import { explainItems, itemTrials, openBank } from './items.ts';
import { openPageTrials } from './pages.ts';
import { measureRatio, type Ratio, type Trial } from './ratio.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });

const isWanted = (name: string) => positionals.length === 0 || positionals.includes(name);

const round = (value: number) => Number(value.toPrecision(4));

function say(ratio: Ratio): void {
  const range = `${(ratio.least * 100).toFixed(0)} to ${(ratio.greatest * 100).toFixed(0)} %`;
  const share = `${(ratio.ratio * 100).toFixed(1)} % of the limit (${range}, ${ratio.runs} pairs)`;
  console.log(
    `${ratio.name.padEnd(16)} ${round(ratio.figure)} of ${round(ratio.limit)} ${ratio.unit}: ${share}`
  );
}

const ratios: Ratio[] = [];

async function measure(trial: Trial): Promise<void> {
  if (!isWanted(trial.name)) return;
  const ratio = await measureRatio(trial);
  if (!values.json) say(ratio);
  ratios.push(ratio);
}

/** A bank of 5,000 items: the table and its changes, each in milliseconds too. */
async function measureItems(): Promise<void> {
  const bank = await openBank(bench);
  for (const trial of await itemTrials(bank)) {
    await measure(trial);
    const last = ratios.at(-1);
    if (!values.json && last?.name === trial.name) console.log(`  median ${round(1000 / last.figure)} ms`);
  }
  if (!values.json) for (const line of await explainItems(bank)) console.log(`  ${line}`);
}

const bench = await openBenchApp();
const pages = await openPageTrials(bench);
try {
  for (const trial of pages.trials) await measure(trial);
  if (positionals.length === 0 || positionals.some((name) => name.startsWith('items-'))) await measureItems();
  // Last: it fills the database, which the pages are not measured on.
  if (isWanted('export')) await measure(await exportTrial(bench));
} finally {
  pages.close();
  await bench.close();
}
if (values.json) console.log(JSON.stringify(ratios, null, 2));
