import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Finding } from './fault.ts';

/** A fault as it was run. */
export type Told = Finding & { name: string; promise: string; seconds: number };

const DOCUMENT = 'docs/operations-faults.md';
const MARKS = /(<!-- last run -->\n)[^]*(\n<!-- end of last run -->)/;

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  // A gap is time on the clock: on a machine that has other work it says little of the program.
  const [, , load = 0] = loadavg();
  const kind = `${cpus().length} × ${first?.model.trim() ?? 'unknown'}`;
  return `${kind}, ${memory} GB, load ${load.toFixed(1)}, Node ${process.versions.node}`;
}

function table(told: Told[]): string {
  const width = Math.max(...told.map(({ name }) => name.length));
  return told
    .map(({ name, verdict, words }) => `${name.padEnd(width)}  ${verdict.padEnd(7)}  ${words}`)
    .join('\n');
}

/** Writes reports/faults.json, and where it is wanted the table in the manual. */
export function record(told: Told[], { seed, keep }: { seed: number; keep: boolean }): void {
  const run = { at: new Date().toISOString(), machine: machine(), seed, faults: told };
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/faults.json', `${JSON.stringify(run, null, 2)}\n`);
  const text = `${run.at.slice(0, 10)}, ${run.machine}, seed ${seed}\n\n${table(told)}`;
  console.log(`\n${text}`);
  if (!keep) return;
  const before = readFileSync(DOCUMENT, 'utf8');
  if (!MARKS.test(before)) throw new Error(`${DOCUMENT} has no place for the last run.`);
  const block = `\n\`\`\`text\n${text}\n\`\`\`\n`;
  writeFileSync(
    DOCUMENT,
    before.replace(MARKS, (_, start: string, end: string) => start + block + end)
  );
}
