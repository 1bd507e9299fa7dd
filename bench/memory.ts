import { readFileSync } from 'node:fs';

/** Megabytes that a process holds in memory (Linux: VmRSS of proc(5)). */
export function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error(`The memory of process ${pid} cannot be read.`);
  return Number(kilobytes) / 1024;
}

/** Watches how far the memory of a process rises, while something runs, above `before`. */
export function watchMemory(pid: number, before: number) {
  let most = before;
  const look = () => {
    most = Math.max(most, residentMb(pid));
  };
  return {
    during: async <T>(run: () => Promise<T>): Promise<T> => {
      const timer = setInterval(look, 50);
      try {
        return await run();
      } finally {
        clearInterval(timer);
        look();
      }
    },
    growth: () => most - before
  };
}
