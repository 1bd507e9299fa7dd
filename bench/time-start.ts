import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../tests/support/free-port.ts';

const KEPT = ['PATH', 'HOME', 'LANG', 'TMPDIR'];

const MOST_MS = 60_000;

/** Asks until there is a page; the answer before is a refusal or none. */
async function untilPage(address: string, ended: () => boolean): Promise<void> {
  const deadline = performance.now() + MOST_MS;
  while (performance.now() < deadline && !ended()) {
    const answer = await fetch(address).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    await wait(2);
  }
  throw new Error(`${address} gave no page.`);
}

/** Milliseconds from the start of a Node program to the first page that it answers with. It finds its port in PORT. */
export async function timeStart(
  words: string[],
  { path, variables = {} }: { path: string; variables?: Record<string, string> }
): Promise<number> {
  const port = await freePort();
  const kept = Object.fromEntries(KEPT.map((name) => [name, process.env[name] ?? '']));
  const env = { ...kept, ...variables, PORT: String(port), NODE_ENV: 'production' };
  const start = performance.now();
  const child = spawn(process.execPath, words, { env, stdio: 'ignore' });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  try {
    await untilPage(`http://localhost:${port}${path}`, () => child.exitCode !== null);
    return performance.now() - start;
  } finally {
    child.kill();
    await exited;
  }
}
