import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** A command of the program that has ended. */
export type Ran = { exitCode: number | null; output: string; seconds: number; peakMegabytes: number };

/** The most memory that a process has had so far, in megabytes; 0 where the system does not say (Linux does). */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** Runs a command as an operator types it, in a process of its own. */
export async function runCommand(words: string[], variables: Record<string, string>): Promise<Ran> {
  const start = performance.now();
  const child = spawn(process.execPath, ['scripts/cli.ts', ...words], {
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  let peakMegabytes = 0;
  const watch = setInterval(() => (peakMegabytes = Math.max(peakMegabytes, peakOf(child.pid))), 100);
  await once(child, 'close');
  clearInterval(watch);
  return {
    exitCode: child.exitCode,
    output: output.trim(),
    seconds: (performance.now() - start) / 1000,
    peakMegabytes
  };
}
