/**
 * `npm run bench [-- --json] [-- NAME …]`: every figure as a ratio to a limit that is measured in the same run. Without
 * names: what issue 7 asks of each release, in about twelve minutes; `all` adds the rest.
 */
import { parseArgs } from 'node:util';
import { openBenchApp } from './bench-app.ts';
import { chooseMeasurements } from './choose.ts';
import type { Figure } from './figure.ts';
import { MEASUREMENTS } from './measurements.ts';
import { sayFigure, tableOf } from './table.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });

const { chosen, wants } = chooseMeasurements(MEASUREMENTS, positionals);
const figures: Figure[] = [];

function report(figure: Figure): void {
  figures.push(figure);
  console.error(`  ${sayFigure(figure)}`);
}

const bench = await openBenchApp();
try {
  for (const { name, measure } of chosen) {
    console.error(`${name} …`);
    await measure(bench, report, wants);
  }
} finally {
  await bench.close();
}
console.log(values.json ? JSON.stringify(figures, null, 2) : tableOf(figures));
