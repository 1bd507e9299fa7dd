import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** A check: passes when its program exits with 0. `tells`: what of its output people should see all the same. */
export type Step = { name: string; command: [program: string, ...words: string[]]; tells?: RegExp };

export type Outcome = { name: string; passed: boolean; seconds: number; output: string };

const REPORTS = 'reports';

/** Compiled once for the many processes of a run: a third of what the start of a program or a command costs. */
const COMPILE_CACHE = resolve('node_modules/.cache/node');

/** The project's own programs come first, its own Node among them. */
const environment = (extra: Record<string, string>) => ({
  NODE_COMPILE_CACHE: COMPILE_CACHE,
  ...process.env,
  ...extra,
  PATH: [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter),
  FORCE_COLOR: '0'
});

function run(step: Step, extra: Record<string, string>): Promise<Outcome> {
  const start = performance.now();
  const [program, ...words] = step.command;
  const child = spawn(program, words, { env: environment(extra), stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done) => {
    const finish = (passed: boolean, output: string) => {
      const told = passed ? step.tells?.exec(output)?.[0] : undefined;
      if (told !== undefined) console.log(`      ${told}`);
      done({ name: step.name, passed, seconds: (performance.now() - start) / 1000, output });
    };
    child.once('error', (error) => finish(false, error.message));
    child.once('close', (code) => finish(code === 0, Buffer.concat(chunks).toString('utf8')));
  });
}

function say({ name, passed, seconds, output }: Outcome): void {
  console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`);
  if (!passed) console.log(output.replaceAll(/^/gm, '      | '));
}

/** Runs the steps, `atOnce` at a time in their order, and says of each how it ended; the output only of a failed one. */
export async function runSteps(
  steps: Step[],
  { atOnce, extra = {} }: { atOnce: number; extra?: Record<string, string> }
): Promise<Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await run(step, extra);
      say(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}

/** Leaves in `reports/steps.json` how each step ended. */
export function writeStepReport(outcomes: Outcome[]): void {
  mkdirSync(REPORTS, { recursive: true });
  const report = outcomes.map(({ name, passed, seconds }) => ({ name, passed, seconds }));
  writeFileSync(join(REPORTS, 'steps.json'), `${JSON.stringify(report, null, 2)}\n`);
}
