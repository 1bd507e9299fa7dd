/**
 * `npm run bench [-- --json] [-- --record] [-- NAME …]`: every figure as a ratio to a limit that is measured in the same
 * run. Without names: what each release needs, in about twelve minutes; `all` adds the rest, `growth` has to be named.
 * `--record` adds the figures to docs/performance-history.jsonl and writes docs/performance.md.
 */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { openBenchApp } from './bench-app.ts';
import { chooseMeasurements } from './choose.ts';
import type { Figure } from './figure.ts';
import { describeMachine } from './machine.ts';
import { MEASUREMENTS } from './measurements.ts';
import { record } from './record.ts';
import { sayFigure, tableOf } from './table.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, record: { type: 'boolean' } },
  allowPositionals: true
});

const { chosen, wants } = chooseMeasurements(MEASUREMENTS, positionals);
const figures: Figure[] = [];
const load = Number((loadavg()[0] ?? 0).toFixed(1));

function report(figure: Figure): void {
  figures.push(figure);
  console.error(`  ${sayFigure(figure)}`);
}

// What it says must not get between the figures.
execFileSync(process.execPath, ['scripts/build.ts'], { stdio: ['ignore', 2, 2] });
const bench = await openBenchApp();
const machine = await describeMachine(bench.database.db);
console.error(`${machine}; load ${load}`);
try {
  for (const { name, measure } of chosen) {
    console.error(`${name} … (${Math.round(performance.now() / 1000)} s after the start)`);
    await measure(bench, report, wants);
  }
} finally {
  await bench.close();
}
console.log(values.json ? JSON.stringify({ machine, load, figures }, null, 2) : tableOf(figures));
if (values.record) console.error((await record(figures, { machine, load })).join('\n'));
