import { readFileSync, readdirSync } from 'node:fs';

/** The number of the process that started this one, or null where it is gone. */
function parentOf(pid: string): number | null {
  try {
    // The name in brackets may hold spaces; what follows it may not.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return Number(fields[1]);
  } catch {
    return null;
  }
}

/** What a process started and is still there (Linux). */
export function childrenOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.filter((child) => parentOf(child) === pid).map(Number);
}

/** Ends a process as `kill -9` does; one that is gone is no error. */
export function kill9(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
