import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the machine (USER_HZ, proc(5)). */
const TICK_MS = 10;

/** Milliseconds of processor that a process has used so far: its own and the kernel's on its behalf. */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name, which may hold anything, the state is the first field; user and system time are the 12th and 13th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
