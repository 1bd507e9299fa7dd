import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

let numbering: string | null = null;

/** Linux: this start of the machine, and the container in it. */
function read(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return encodeURIComponent(hostname());
  }
}

/**
 * Where numbers of processes mean the same processes. Each container counts from 1, and so does each start of a machine: the
 * number of a process there is somebody else's here. Without spaces.
 */
export function numberingOfProcesses(): string {
  return (numbering ??= read());
}
