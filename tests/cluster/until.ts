import { setTimeout as wait } from 'node:timers/promises';

/** Looks until something is so; throws what it waited for where that takes too long. Returns what it found. */
export async function until<Found>(
  what: string,
  { look, within, every = 200 }: { look: () => Promise<Found | null>; within: number; every?: number }
): Promise<Found> {
  const deadline = Date.now() + within;
  while (Date.now() < deadline) {
    const found = await look().catch(() => null);
    if (found !== null) return found;
    await wait(every);
  }
  throw new Error(`${what}: not within ${within / 1000} s.`);
}
