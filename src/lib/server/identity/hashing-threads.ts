import { readdirSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';

const TASKS = '/proc/self/task';

/** Of 20 steps that Linux knows below the usual one: the rest of the program and the database come first by far. */
const PRIORITY = 15;

/** The threads of libuv's pool, in which passwords are hashed; they are started with the first work for them. */
function poolThreads(): number[] {
  const isPool = (task: string) => readFileSync(`${TASKS}/${task}/comm`, 'utf8').trim() === 'libuv-worker';
  return readdirSync(TASKS).filter(isPool).map(Number);
}

/**
 * Lets the threads that hash passwords have what others leave of the processors, so that a storm of sign-ins is slow for
 * those who sign in and not for those who answer questions. The pool reads files too, which then waits as well. Elsewhere
 * than on Linux nothing happens: threads have no priority of their own there that Node could set.
 */
export function yieldToOthers(): void {
  if (process.platform !== 'linux') return;
  try {
    for (const thread of poolThreads()) setPriority(thread, PRIORITY);
  } catch {
    // Where /proc is closed to us the cap on verifications is all there is.
  }
}
